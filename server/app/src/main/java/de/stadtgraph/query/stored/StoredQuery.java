package de.stadtgraph.query.stored;

import de.stadtgraph.problem.Text;
import java.util.List;
import java.util.Optional;

/// A query that the city keeps: a question with typed parameters, a label for each column, expectations. Immutable.
///
/// @param name its name in addresses; unique over topics
/// @param topic folder that it lies in
/// @param title a few words
/// @param question what it answers, as a person would ask
/// @param description what to know about the answer
/// @param tags words to find it by
/// @param datasets slugs of the datasets that it draws on
/// @param owner path or IRI of the body that answers for it
/// @param parameters in the order of the file
/// @param columns in the order of the file
/// @param chart chart of the answer
/// @param map map of the answer
/// @param expectation what must hold on every state
/// @param replacement name of the query to use instead; present when this one is deprecated
/// @param sparql the query with the prefixes that it left out
/// @param file the text of its file
public record StoredQuery(
        String name,
        String topic,
        Text title,
        Text question,
        Optional<Text> description,
        List<String> tags,
        List<String> datasets,
        Optional<String> owner,
        List<Parameter> parameters,
        List<Column> columns,
        Optional<Charted> chart,
        Optional<Mapped> map,
        Expectation expectation,
        Optional<String> replacement,
        String sparql,
        String file) {
    public StoredQuery {
        tags = List.copyOf(tags);
        datasets = List.copyOf(datasets);
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }

    /// A column of the answer with its label.
    public record Column(String name, Text label) {}

    /// How an answer becomes a chart.
    ///
    /// @param kind `bar`, `line`, `stacked`, `pyramid` or `scatter`
    /// @param x column of the categories or of the horizontal axis
    /// @param y columns of the values
    /// @param series column that splits the values into series, if one does
    /// @param unit unit of the values, if they have one
    public record Charted(String kind, String x, List<String> y, Optional<String> series, Optional<Text> unit) {
        public Charted {
            y = List.copyOf(y);
        }
    }

    /// How an answer becomes a map.
    ///
    /// @param feature column of the things with a geometry
    /// @param value column of the values, if the map shows any
    public record Mapped(String feature, Optional<String> value) {}

    /// What must hold on every state.
    ///
    /// @param minimum rows at least
    /// @param maximum rows at the most
    /// @param columns columns that must be there
    /// @param unique columns whose values together occur once
    /// @param block whether a failure stops the switch to a state
    public record Expectation(long minimum, long maximum, List<String> columns, List<String> unique, boolean block) {
        public Expectation {
            columns = List.copyOf(columns);
            unique = List.copyOf(unique);
        }
    }

    public Optional<Parameter> parameter(String wanted) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(wanted))
                .findFirst();
    }

    /// The label of a column; its name where the file has none.
    public Text label(String column) {
        return columns.stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .map(Column::label)
                .orElseGet(() -> Text.same(column));
    }
}
