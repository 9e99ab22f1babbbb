package de.stadtgraph.rml.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The paths seen in records of JSON or XML, with the number of records that fill them. At most 10,000.
/// Not thread-safe.
final class FieldTree {
    /// The name of an array's elements in a path.
    static final String ELEMENT = "[*]";

    private static final int MOST = 10_000;

    private final Node root = new Node();
    private final Deque<Node> path = new ArrayDeque<>();
    private final String separator;
    private long record;
    private int count;

    /// @param separator between the names of a path: `.` as in JSONPath, `/` as in XPath
    FieldTree(String separator) {
        this.separator = separator;
        path.push(root);
    }

    /// A new record begins; a broken one may have been left in the middle.
    void begin() {
        record++;
        path.clear();
        path.push(root);
    }

    void enter(String name) throws BrokenSourceException {
        path.push(child(path.element(), name));
    }

    private Node child(Node here, String name) throws BrokenSourceException {
        Node child = here.children.get(name);
        if (child == null) {
            if (++count > MOST) {
                throw new BrokenSourceException("too-many-fields", -1, "more than 10,000 different fields");
            }
            child = new Node();
            here.children.put(name, child);
        }
        return child;
    }

    /// Adds what was seen in other records.
    void add(FieldTree other) throws BrokenSourceException {
        add(other.root, root);
    }

    private void add(Node from, Node into) throws BrokenSourceException {
        into.leaf |= from.leaf;
        into.filled += from.filled;
        for (Map.Entry<String, Node> child : from.children.entrySet()) {
            add(child.getValue(), child(into, child.getKey()));
        }
    }

    void leave() {
        path.pop();
    }

    void filled() {
        filled(path.element());
    }

    void filled(Node here) {
        here.leaf = true;
        if (here.lastFilled != record) {
            here.lastFilled = record;
            here.filled++;
        }
    }

    void empty() {
        empty(path.element());
    }

    void empty(Node here) {
        here.leaf = true;
    }

    List<FieldCount> counts() {
        List<FieldCount> counts = new ArrayList<>();
        collect(root, "", counts);
        return counts;
    }

    private void collect(Node node, String path, List<FieldCount> counts) {
        // An object or array that also has inner fields is spoken for by them.
        if (node.leaf && !path.isEmpty() && (node.filled > 0 || node.children.isEmpty())) {
            counts.add(new FieldCount(path, node.filled));
        }
        node.children.forEach((name, child) -> collect(child, join(path, name), counts));
    }

    private String join(String path, String name) {
        String step = name.equals(ELEMENT) || separator.equals("/") ? name : JsonPath.step(name);
        return path.isEmpty() || step.startsWith("[") ? path + step : path + separator + step;
    }

    /// A field of the records themselves, to be noted with [#filled(Node)] and [#empty(Node)].
    Node field(String name) throws BrokenSourceException {
        return child(root, name);
    }

    static final class Node {
        private final Map<String, Node> children = new LinkedHashMap<>();
        private boolean leaf;
        private long filled;
        private long lastFilled = -1;
    }
}
