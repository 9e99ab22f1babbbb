package de.stadtgraph.http.search;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.search.SearchRequest;
import de.stadtgraph.search.SearchWords;
import io.javalin.http.Context;
import java.util.Optional;

/// The parameters of one search. Immutable.
///
/// @param words what was typed
/// @param page from 1
record Asked(
        String words, Optional<String> type, Optional<String> dataset, Optional<String> district, int page, int size) {
    static final String[] PARAMETERS = {"q", "type", "dataset", "district", "page", "page-size"};
    private static final int SIZE = 20;
    private static final int MOST = 100;

    static Asked of(Context context) {
        int size = number(context, "page-size", SIZE);
        if (size > MOST) {
            throw new ServerException(
                            ErrorCode.LIMIT_ABOVE_CAP,
                            new Text("page-size ist höchstens 100.", "page-size is 100 at the most."))
                    .with("parameter", "page-size")
                    .with("cap", MOST);
        }
        return new Asked(
                Optional.ofNullable(context.queryParam("q")).orElse(""),
                given(context, "type"),
                given(context, "dataset"),
                given(context, "district"),
                number(context, "page", 1),
                size);
    }

    SearchRequest request() {
        return new SearchRequest(
                SearchWords.read(words), type, dataset, district, Math.multiplyExact(page - 1, size), size);
    }

    /// What was chosen in a facet.
    Optional<String> chosen(String facet) {
        return switch (facet) {
            case "type" -> type;
            case "dataset" -> dataset;
            default -> district;
        };
    }

    private static Optional<String> given(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isBlank());
    }

    private static int number(Context context, String name, int usual) {
        String value = given(context, name).orElse(Integer.toString(usual));
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new ServerException(
                            ErrorCode.BAD_REQUEST,
                            new Text(name + " ist eine Zahl ab 1.", name + " is a number from 1 on."))
                    .with("parameter", name)
                    .with("value", value);
        }
        return Integer.parseInt(value);
    }
}
