package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.nio.charset.StandardCharsets;

/// Measures the text of a query before any parser sees it: one pass, no recursion. Used once.
///
/// It knows strings, IRIs and comments, and counts nesting, operators, list lengths and digits; what is wrong beyond
/// that is the parser's to say.
final class QueryScan {
    private final String text;
    private final QueryLimits.TextLimits limits;
    private int at;
    private int depth;
    private int prefixes;
    private int operators;
    private int members;

    private QueryScan(String text, QueryLimits.TextLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    /// Refuses a text that is too long or too complex.
    static void check(String text, QueryLimits.TextLimits limits) {
        if (text.length() > limits.bytes() || text.getBytes(StandardCharsets.UTF_8).length > limits.bytes()) {
            throw new ServerException(
                            ErrorCode.BODY_TOO_LARGE,
                            new Text(
                                    "Eine Anfrage hat höchstens " + limits.bytes() + " Bytes.",
                                    "A query has at most " + limits.bytes() + " bytes."))
                    .with("limit", limits.bytes());
        }
        new QueryScan(text, limits).run();
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '#' -> comment();
                case '"', '\'' -> string(c);
                case '<' -> iri();
                default -> token(c);
            }
        }
    }

    private void comment() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void string(char quote) {
        member();
        prefixes = 0;
        String triple = String.valueOf(quote).repeat(3);
        String end = text.startsWith(triple, at) ? triple : String.valueOf(quote);
        at += end.length();
        while (at < text.length() && !text.startsWith(end, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at += end.length();
    }

    private void iri() {
        int end = at + 1;
        while (end < text.length() && "<>\"{}|^`\\ \t\n\r".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '>') {
            member();
            prefixes = 0;
            at = end + 1;
            return;
        }
        operator();
        at += text.startsWith("<<", at) ? 2 : 1;
    }

    private void token(char c) {
        if (text.startsWith("^^", at)) {
            at += 2; // the mark of a datatype
            return;
        }
        if (Character.isDigit(c)) {
            number();
            return;
        }
        if (Character.isLetter(c) || c == '?' || c == '$' || c == '_' || c == ':' || c == '@') {
            word();
            return;
        }
        switch (c) {
            case '{', '(', '[' -> open(c);
            case '}', ')', ']' -> close();
            case '!', '-', '+', '^' -> prefix();
            case '|', '&', '*', '/', '=', '>' -> operator();
            default -> {}
        }
        at++;
    }

    private void open(char c) {
        depth++;
        if (depth + prefixes > limits.nesting()) {
            throw tooComplex("nesting", limits.nesting(), depth + prefixes);
        }
        if (c == '{' || (c == '(' && !insideRows())) {
            members = 0;
        }
    }

    /// A row of VALUES is one member; its brackets do not begin a new list.
    private boolean insideRows() {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before >= 0 && (text.charAt(before) == ')' || text.charAt(before) == '{');
    }

    private void close() {
        depth--;
        prefixes = 0;
    }

    private void prefix() {
        operator();
        prefixes++;
        if (depth + prefixes > limits.nesting()) {
            throw tooComplex("nesting", limits.nesting(), depth + prefixes);
        }
    }

    private void operator() {
        if (at + 1 < text.length() && "|&".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == text.charAt(at)) {
            at++;
        }
        operators++;
        if (operators > limits.operators()) {
            throw tooComplex("operators", limits.operators(), operators);
        }
    }

    private void member() {
        members++;
        if (members > limits.listLength() * 10L) {
            throw tooComplex("list", limits.listLength(), members);
        }
    }

    private void word() {
        member();
        prefixes = 0;
        int start = at;
        at++;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.equalsIgnoreCase("UNION") || word.equalsIgnoreCase("OPTIONAL") || word.equalsIgnoreCase("MINUS")) {
            operator();
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == ':' || c == '-' || c == '%';
    }

    private void number() {
        member();
        prefixes = 0;
        int digits = 0;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            digits++;
            at++;
        }
        if (digits > limits.digits()) {
            throw tooComplex("digits", limits.digits(), digits);
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            exponent();
        }
    }

    private void exponent() {
        at++;
        if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            at++;
        }
        long exponent = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            exponent = Math.min(1_000_000_000L, exponent * 10 + Character.digit(text.charAt(at), 10));
            at++;
        }
        if (exponent > limits.exponent()) {
            throw tooComplex("exponent", limits.exponent(), exponent);
        }
    }

    static ServerException tooComplex(String what, long limit, long actual) {
        return new ServerException(
                        ErrorCode.QUERY_TOO_COMPLEX,
                        new Text(
                                "Zu viel von " + what + ": " + actual + ", erlaubt sind " + limit + ".",
                                "Too much of " + what + ": " + actual + ", at most " + limit + "."))
                .with("what", what)
                .with("limit", limit)
                .with("actual", actual);
    }
}
