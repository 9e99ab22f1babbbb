package de.stadtgraph.http.queries;

import de.stadtgraph.chart.Drawing;
import de.stadtgraph.http.CityMap;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.MapView;
import de.stadtgraph.query.stored.StoredQuery;
import java.util.List;
import java.util.Optional;

/// The page of a stored query. Immutable.
///
/// @param query the query
/// @param form one field a parameter
/// @param answer the answer, where every required parameter has a value
/// @param sources the datasets it draws on
/// @param snippets ways to use it from elsewhere
/// @param workbench address that opens it in the workbench
public record QueryPage(
        Frame frame,
        StoredQuery query,
        List<Field> form,
        Optional<Answer> answer,
        List<Source> sources,
        List<Snippet> snippets,
        String workbench) {

    /// A parameter as a field.
    ///
    /// @param kind `select`, `number`, `date` or `text`
    /// @param choices what may be chosen, or what is suggested
    public record Field(String name, String label, String kind, String value, boolean required, List<Choice> choices) {}

    public record Choice(String value, String label) {}

    /// The answer.
    ///
    /// @param columns labels of the columns
    /// @param rows one page of them
    /// @param total number of all rows; exact unless `cut`
    /// @param cut whether the answer has more rows than a page looks at
    /// @param sentence the value of an answer of one value, with its label
    /// @param downloads addresses by format
    public record Answer(
            List<Column> columns,
            List<List<Value>> rows,
            long first,
            long total,
            boolean cut,
            Optional<Sentence> sentence,
            Optional<Drawing> chart,
            Optional<Map> map,
            List<Download> downloads,
            String previous,
            String next) {}

    public record Column(String label, boolean number) {}

    /// A value of a cell.
    ///
    /// @param raw lexical form of a number; empty for what is none
    public record Value(String text, String href, String language, String raw) {}

    public record Sentence(String label, String value) {}

    public record Download(String format, String href) {}

    /// A dataset that the answer draws on.
    public record Source(String title, String href, String licence, String licenceName, long warnings) {}

    public record Snippet(String name, String code) {}

    /// The map: areas by value, or points.
    ///
    /// @param view the part of the city that is shown
    /// @param legend upper ends of the classes of shade
    public record Map(
            CityMap city, MapView view, List<Area> areas, List<Point> points, String title, List<String> legend) {}

    public record Area(String path, String href, String label, int shade) {}

    public record Point(String x, String y, String href, String label) {}
}
