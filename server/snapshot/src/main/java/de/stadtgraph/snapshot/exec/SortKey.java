package de.stadtgraph.snapshot.exec;

/// One condition of ORDER BY.
///
/// @param column index of the column
/// @param order how its ids compare
/// @param direction 1 rising, -1 falling
public record SortKey(int column, IdOrder order, int direction) {
    int compare(long[][] columns, int one, int two) {
        return direction * order.compare(columns[column][one], columns[column][two]);
    }
}
