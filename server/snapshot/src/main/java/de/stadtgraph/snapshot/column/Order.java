package de.stadtgraph.snapshot.column;

/// The four orders in which quads are kept. A column is named by its role; the graph always comes last.
public enum Order {
    PSO(Order.PREDICATE, Order.SUBJECT, Order.OBJECT),
    POS(Order.PREDICATE, Order.OBJECT, Order.SUBJECT),
    SPO(Order.SUBJECT, Order.PREDICATE, Order.OBJECT),
    /// Only rows whose object is an IRI, a blank node or a triple term.
    OSP(Order.OBJECT, Order.SUBJECT, Order.PREDICATE);

    public static final int SUBJECT = 0;
    public static final int PREDICATE = 1;
    public static final int OBJECT = 2;
    public static final int GRAPH = 3;
    /// Number of columns.
    public static final int COLUMNS = 4;

    private final int[] roles;
    private final int[] positions = new int[COLUMNS];

    Order(int first, int second, int third) {
        roles = new int[] {first, second, third, 3};
        for (int position = 0; position < COLUMNS; position++) {
            positions[roles[position]] = position;
        }
    }

    /// The role of the column at a position of the sort key.
    public int role(int position) {
        return roles[position];
    }

    /// The position of a role in the sort key.
    public int position(int role) {
        return positions[role];
    }

    /// Name of the file.
    public String fileName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
