package de.stadtgraph.snapshot.arq;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;

/// A random query over a [RandomGraph], by a grammar over all operators: patterns, filters, OPTIONAL, UNION, MINUS,
/// EXISTS, BIND, VALUES, GRAPH, paths, sub-selects, groups, DISTINCT, ORDER BY, LIMIT.
///
/// @param text the query without LIMIT and OFFSET
/// @param slice LIMIT and OFFSET, or nothing
record RandomQuery(String text, String slice) {

    static RandomQuery draw(Random random, RandomGraph graph) {
        return new Grammar(random, graph).query();
    }

    String sliced() {
        return text + slice;
    }

    private static final class Grammar {
        private final Random random;
        private final RandomGraph graph;
        private int fresh;

        Grammar(Random random, RandomGraph graph) {
            this.random = random;
            this.graph = graph;
        }

        RandomQuery query() {
            String body = group(2);
            String from = chance(12) ? from() : "";
            int kind = random.nextInt(20);
            if (kind == 0) {
                return new RandomQuery("ASK " + from + body, "");
            }
            if (kind < 8) {
                return new RandomQuery(grouped(from, body), "");
            }
            String distinct = pick("", "", "", "DISTINCT ", "REDUCED ");
            String wanted = chance(3) ? "*" : vars(1 + random.nextInt(3));
            String order = chance(3) ? " ORDER BY " + order() : "";
            String slice =
                    chance(5) ? " LIMIT " + random.nextInt(8) + (chance(2) ? " OFFSET " + random.nextInt(4) : "") : "";
            if (distinct.startsWith("REDUCED")) {
                slice = "";
            }
            return new RandomQuery("SELECT " + distinct + wanted + " " + from + body + order, slice);
        }

        private String from() {
            StringBuilder text = new StringBuilder();
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                text.append(chance(3) ? "FROM NAMED " : "FROM ")
                        .append(show(graph.graph()))
                        .append(' ');
            }
            return text.toString();
        }

        private String order() {
            StringBuilder text = new StringBuilder();
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                text.append(pick("%s ", "DESC(%s) ", "ASC(%s) ").formatted(var()));
            }
            if (chance(6)) {
                text.append("(").append(value(1)).append(") ");
            }
            return text.toString();
        }

        private String grouped(String from, String body) {
            String keys = chance(4) ? "" : vars(1 + random.nextInt(2));
            StringBuilder select = new StringBuilder("SELECT " + keys);
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                select.append(" (")
                        .append(aggregate())
                        .append(" AS ?agg")
                        .append(fresh++)
                        .append(")");
            }
            String group = keys.isEmpty() ? "" : " GROUP BY " + keys;
            String computed = !keys.isEmpty() && chance(6) ? " (" + value(1) + " AS ?key" + fresh++ + ")" : "";
            String having = chance(6) ? " HAVING (" + aggregate() + pick(" > ", " = ", " <= ") + "1)" : "";
            return select + " " + from + body + group + computed + having;
        }

        private String aggregate() {
            String distinct = chance(4) ? "DISTINCT " : "";
            String argument = chance(5) ? value(1) : var();
            return switch (random.nextInt(8)) {
                case 0, 1 -> "COUNT(" + (chance(6) ? distinct : "") + "*)";
                case 2 -> "COUNT(" + distinct + argument + ")";
                case 3 -> "SUM(" + distinct + argument + ")";
                case 4 -> "AVG(" + distinct + argument + ")";
                case 5 -> "MIN(" + argument + ")";
                case 6 -> "MAX(" + argument + ")";
                default -> "COUNT(" + argument + ")";
            };
        }

        private String group(int depth) {
            StringBuilder text = new StringBuilder("{ ");
            text.append(triples(1 + random.nextInt(3)));
            int parts = random.nextInt(depth + 1);
            for (int i = 0; i < parts; i++) {
                text.append(part(depth)).append(' ');
            }
            return text.append("}").toString();
        }

        private String part(int depth) {
            int inner = depth - 1;
            return switch (random.nextInt(17)) {
                case 0, 1, 2, 3 -> "FILTER(" + condition(2) + ")";
                case 4, 5, 6 -> "OPTIONAL " + optional(inner);
                case 7 -> group(inner) + " UNION " + group(inner);
                case 8 -> "MINUS " + group(inner);
                case 9 -> "FILTER " + pick("NOT ", "") + "EXISTS " + group(inner);
                case 10 -> "BIND(" + value(2) + " AS ?new" + fresh++ + ")";
                case 11 -> values();
                case 12 -> "GRAPH " + (chance(2) ? "?g" : show(graph.graph())) + " " + group(inner);
                case 13 -> path() + " . ";
                case 14 -> "{ " + subselect(inner) + " }";
                case 15 -> group(inner);
                default -> triples(1);
            };
        }

        private String optional(int depth) {
            if (chance(3)) {
                return "{ " + triples(1) + " FILTER(" + condition(1) + ") }";
            }
            return chance(2) ? "{ " + triples(1) + "}" : group(depth);
        }

        private String subselect(int depth) {
            if (chance(3)) {
                String key = var();
                return "SELECT " + key + " (" + aggregate() + " AS ?sub" + fresh++ + ") " + group(depth) + " GROUP BY "
                        + key;
            }
            return "SELECT " + pick("", "DISTINCT ") + vars(1 + random.nextInt(2)) + " " + group(depth);
        }

        private String values() {
            if (chance(2)) {
                StringBuilder text = new StringBuilder("VALUES " + var() + " { ");
                for (int i = random.nextInt(4); i >= 0; i--) {
                    text.append(constant()).append(' ');
                }
                return text.append("}").toString();
            }
            StringBuilder text = new StringBuilder("VALUES (?a ?b) { ");
            for (int i = random.nextInt(3); i >= 0; i--) {
                text.append("(").append(chance(3) ? "UNDEF" : constant()).append(' ');
                text.append(chance(3) ? "UNDEF" : constant()).append(") ");
            }
            return text.append("}").toString();
        }

        private String triples(int count) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < count; i++) {
                String subject = chance(8) ? show(graph.subject()) : var();
                String predicate = chance(8) ? "?p" : show(graph.predicate());
                String object = chance(5) ? constant() : var();
                text.append(subject + " " + predicate + " " + object + " . ");
            }
            return text.toString();
        }

        private String path() {
            String one = show(graph.predicate());
            String two = show(graph.predicate());
            String path = switch (random.nextInt(9)) {
                case 0 -> one + "*";
                case 1 -> one + "+";
                case 2 -> one + "?";
                case 3 -> one + "/" + two;
                case 4 -> one + "|" + two;
                case 5 -> "^" + one;
                case 6 -> "!" + one;
                case 7 -> "(" + one + "|" + two + ")*";
                default -> "(" + one + "/^" + two + ")+";
            };
            String subject = chance(3) ? show(graph.subject()) : var();
            String object = chance(3) ? (chance(3) ? constant() : show(graph.subject())) : var();
            return subject + " " + path + " " + object;
        }

        private String condition(int depth) {
            return switch (random.nextInt(depth > 0 ? 14 : 10)) {
                case 0, 1, 2, 3 -> value(0) + pick(" = ", " != ", " < ", " > ", " <= ", " >= ") + value(1);
                case 4 -> "BOUND(" + var() + ")";
                case 5 -> pick("isIRI", "isLiteral", "isBlank", "isNumeric") + "(" + var() + ")";
                case 6 -> var() + pick(" IN (", " NOT IN (") + constant() + ", " + constant() + ")";
                case 7 -> "LANG(" + var() + ") = " + pick("\"en\"", "\"de\"", "\"\"");
                case 8 ->
                    pick("CONTAINS", "STRSTARTS", "REGEX") + "(STR(" + var() + "), " + pick("\"a\"", "\"1\"", "\"s1\"")
                            + ")";
                case 9 -> "sameTerm(" + var() + ", " + value(0) + ")";
                case 10 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
                case 11 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
                case 12 -> "!(" + condition(depth - 1) + ")";
                default -> value(1);
            };
        }

        private String value(int depth) {
            int kinds = depth > 0 ? 14 : 4;
            return switch (random.nextInt(kinds)) {
                case 0, 1, 2 -> var();
                case 3 -> constant();
                case 4 -> "(" + value(depth - 1) + pick(" + ", " - ", " * ", " / ") + value(depth - 1) + ")";
                case 5 -> "STR(" + value(depth - 1) + ")";
                case 6 -> pick("HOURS", "MINUTES", "YEAR", "MONTH", "DAY", "SECONDS", "TZ") + "(" + var() + ")";
                case 7 -> "DATATYPE(" + var() + ")";
                case 8 -> "IF(" + condition(0) + ", " + value(depth - 1) + ", " + value(depth - 1) + ")";
                case 9 -> "COALESCE(" + value(depth - 1) + ", " + value(depth - 1) + ")";
                case 10 -> "STRLEN(LANG(" + var() + "))";
                case 11 -> "UCASE(STR(" + var() + "))";
                case 12 -> "ABS(" + var() + ")";
                default -> "CONCAT(STR(" + var() + "), \"x\")";
            };
        }

        private String constant() {
            return show(chance(3) ? graph.subject() : graph.literal());
        }

        private String vars(int count) {
            List<String> wanted = new ArrayList<>();
            while (wanted.size() < count) {
                String each = var();
                if (!wanted.contains(each)) {
                    wanted.add(each);
                }
            }
            return String.join(" ", wanted);
        }

        private String var() {
            return pick("?a", "?a", "?b", "?b", "?c", "?d");
        }

        private boolean chance(int of) {
            return random.nextInt(of) == 0;
        }

        private String pick(String... of) {
            return of[random.nextInt(of.length)];
        }

        private static String show(Node node) {
            return NodeFmtLib.strNT(node);
        }
    }
}
