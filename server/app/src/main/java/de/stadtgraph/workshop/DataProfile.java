package de.stadtgraph.workshop;

import de.stadtgraph.vocabulary.Rdf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/// Which classes and properties a graph uses, and how. Immutable once read; holds the counts, not the data.
public final class DataProfile {
    private final Map<String, ClassProfile> classes = new TreeMap<>();

    private DataProfile() {}

    /// Reads a graph once, thing by thing.
    public static DataProfile of(Graph data) {
        var profile = new DataProfile();
        Map<Node, List<Node>> types = new LinkedHashMap<>();
        data.find(Node.ANY, Rdf.TYPE, Node.ANY)
                .forEachRemaining(statement -> types.computeIfAbsent(statement.getSubject(), _ -> new ArrayList<>(1))
                        .add(statement.getObject()));
        types.forEach((thing, classes) -> profile.add(data, thing, classes));
        return profile;
    }

    private void add(Graph data, Node thing, List<Node> types) {
        Map<Node, List<Node>> values = new LinkedHashMap<>();
        data.find(thing, Node.ANY, Node.ANY)
                .forEachRemaining(statement -> values.computeIfAbsent(statement.getPredicate(), _ -> new ArrayList<>(1))
                        .add(statement.getObject()));
        values.remove(Rdf.TYPE);
        for (Node type : types) {
            if (type.isURI()) {
                classes.computeIfAbsent(type.getURI(), _ -> new ClassProfile(type))
                        .add(values);
            }
        }
    }

    /// The classes in alphabetical order.
    List<ClassProfile> classes() {
        return List.copyOf(classes.values());
    }

    /// One class.
    static final class ClassProfile {
        private final Node type;
        private final Map<String, PropertyProfile> properties = new TreeMap<>();
        private long instances;

        ClassProfile(Node type) {
            this.type = type;
        }

        private void add(Map<Node, List<Node>> values) {
            instances++;
            values.forEach((property, objects) -> properties
                    .computeIfAbsent(property.getURI(), _ -> new PropertyProfile(property))
                    .add(objects));
        }

        Node type() {
            return type;
        }

        long instances() {
            return instances;
        }

        List<PropertyProfile> properties() {
            return List.copyOf(properties.values());
        }
    }
}
