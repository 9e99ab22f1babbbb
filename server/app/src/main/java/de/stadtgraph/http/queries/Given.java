package de.stadtgraph.http.queries;

import de.stadtgraph.http.Link;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.QueryRequest;
import de.stadtgraph.query.stored.Parameter;
import de.stadtgraph.query.stored.StoredQuery;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What a caller of a stored query gave: values of its parameters, page, time. Immutable.
///
/// @param values values by parameter, blank ones excluded
/// @param paging the page, where one was asked for
/// @param timeout the time, where one was asked for
record Given(Map<String, String> values, Optional<Paging> paging, Optional<Duration> timeout) {
    private static final Set<String> RESERVED =
            Set.of("format", "output", "results", "lang", "page", "page-size", "timeout");
    private static final int SIZE = 100;
    private static final int MOST = 10_000;

    /// A page.
    record Paging(int page, int size) {
        long offset() {
            return (long) (page - 1) * size;
        }
    }

    static Given of(Context context, StoredQuery query) {
        Map<String, List<String>> all = new LinkedHashMap<>(context.queryParamMap());
        if (context.method().name().equals("POST")) {
            all.putAll(context.formParamMap());
        }
        Map<String, String> values = new LinkedHashMap<>();
        all.forEach((name, list) -> {
            if (!RESERVED.contains(name)) {
                values.put(name, one(name, list));
            }
        });
        values.values().removeIf(String::isBlank);
        return new Given(values, paging(all), timeout(all));
    }

    private static String one(String name, List<String> list) {
        if (list.size() > 1) {
            throw new ServerException(
                            ErrorCode.PARAMETER_INVALID,
                            new Text(name + " steht mehrmals da.", name + " is given more than once."))
                    .with("parameter", name);
        }
        return list.getFirst();
    }

    private static Optional<Paging> paging(Map<String, List<String>> all) {
        if (!all.containsKey("page") && !all.containsKey("page-size")) {
            return Optional.empty();
        }
        int size = number(all, "page-size", SIZE);
        if (size > MOST) {
            throw new ServerException(
                            ErrorCode.LIMIT_ABOVE_CAP,
                            new Text("page-size ist höchstens 10.000.", "page-size is 10,000 at the most."))
                    .with("parameter", "page-size")
                    .with("cap", MOST);
        }
        return Optional.of(new Paging(number(all, "page", 1), size));
    }

    private static int number(Map<String, List<String>> all, String name, int usual) {
        List<String> given = all.getOrDefault(name, List.of(Integer.toString(usual)));
        String value = one(name, given);
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new ServerException(
                            ErrorCode.BAD_REQUEST,
                            new Text(name + " ist eine Zahl ab 1.", name + " is a number from 1 on."))
                    .with("parameter", name)
                    .with("value", value);
        }
        return Integer.parseInt(value);
    }

    private static Optional<Duration> timeout(Map<String, List<String>> all) {
        if (!all.containsKey("timeout")) {
            return Optional.empty();
        }
        String value = one("timeout", all.getOrDefault("timeout", List.of("")));
        if (!value.matches("[0-9]{1,4}(\\.[0-9]{1,3})?")) {
            throw new ServerException(
                            ErrorCode.BAD_REQUEST,
                            new Text("timeout ist eine Zahl von Sekunden.", "timeout is a number of seconds."))
                    .with("parameter", "timeout")
                    .with("value", value);
        }
        return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(value) * 1000)));
    }

    /// What is asked of the gate: a page reads so many rows as it looks at.
    QueryRequest request(StoredQuery query, boolean forPage) {
        OptionalLong offset = paging.isEmpty() || forPage
                ? OptionalLong.empty()
                : OptionalLong.of(paging.get().offset());
        OptionalLong limit = forPage
                ? OptionalLong.of(Rows.MOST + 1L)
                : paging.map(page -> OptionalLong.of(page.size())).orElseGet(OptionalLong::empty);
        return new QueryRequest(query.sparql(), timeout, List.of(), List.of(), offset, limit);
    }

    /// Names of all parameters that change the answer.
    String[] names() {
        List<String> names = new ArrayList<>(values.keySet());
        names.addAll(List.of("page", "page-size", "timeout"));
        return names.toArray(String[]::new);
    }

    /// Links to the pages before this one (RFC 8288).
    List<Link> links(StoredQuery query, Negotiated negotiated) {
        List<Link> links = new ArrayList<>();
        String path = path(query, negotiated);
        paging.ifPresent(page -> {
            links.add(Link.of(address(path, 1, page.size()), "first"));
            if (page.page() > 1) {
                links.add(Link.of(address(path, page.page() - 1, page.size()), "prev"));
            }
        });
        return links;
    }

    /// The address of the page after this one, where there are pages.
    Optional<String> next(StoredQuery query, Negotiated negotiated) {
        return paging.map(page -> address(path(query, negotiated), page.page() + 1, page.size()));
    }

    private static String path(StoredQuery query, Negotiated negotiated) {
        return "/query/" + query.name() + "." + negotiated.format().suffix();
    }

    /// The address of a page.
    String address(String path, int page, int size) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("page", Integer.toString(page));
        if (size != SIZE) {
            all.put("page-size", Integer.toString(size));
        }
        return QueryAnswers.address(path, all);
    }

    /// The value of a parameter as a form shows it.
    String shown(Parameter parameter) {
        return values.getOrDefault(parameter.name(), parameter.usual().orElse(""));
    }
}
