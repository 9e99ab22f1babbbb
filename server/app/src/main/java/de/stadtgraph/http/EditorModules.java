package de.stadtgraph.http;

import java.util.Map;
import java.util.TreeMap;

/// The modules of the editor: CodeMirror and what it needs, as they lie in the WebJars on the class path. Immutable.
public final class EditorModules {
    private static final String FOLDER = "/META-INF/resources/webjars/";
    private static final Map<String, String> PATHS = new TreeMap<>(Map.ofEntries(
            Map.entry("@codemirror/autocomplete", "codemirror__autocomplete/6.20.3/dist/index.js"),
            Map.entry("@codemirror/commands", "codemirror__commands/6.10.4/dist/index.js"),
            Map.entry("@codemirror/language", "codemirror__language/6.12.4/dist/index.js"),
            Map.entry("@codemirror/legacy-modes/mode/sparql", "codemirror__legacy-modes/6.5.1/mode/sparql.js"),
            Map.entry("@codemirror/legacy-modes/mode/turtle", "codemirror__legacy-modes/6.5.1/mode/turtle.js"),
            Map.entry("@codemirror/lint", "codemirror__lint/6.9.7/dist/index.js"),
            Map.entry("@codemirror/search", "codemirror__search/6.5.11/dist/index.js"),
            Map.entry("@codemirror/state", "codemirror__state/6.7.1/dist/index.js"),
            Map.entry("@codemirror/view", "codemirror__view/6.43.7/dist/index.js"),
            Map.entry("@lezer/common", "lezer__common/1.5.2/dist/index.js"),
            Map.entry("@lezer/highlight", "lezer__highlight/1.2.3/dist/index.js"),
            Map.entry("@lezer/lr", "lezer__lr/1.4.10/dist/index.js"),
            Map.entry("@marijn/find-cluster-break", "marijn__find-cluster-break/1.0.3/src/index.js"),
            Map.entry("crelt", "crelt/1.0.7/index.js"),
            Map.entry("style-mod", "style-mod/4.1.3/src/style-mod.js"),
            Map.entry("w3c-keyname", "w3c-keyname/2.2.8/index.js")));

    private EditorModules() {}

    /// Resource by the name of the file that pages ask for.
    static Map<String, String> resources() {
        Map<String, String> resources = new TreeMap<>();
        PATHS.forEach((module, path) -> resources.put(file(module), FOLDER + path));
        return resources;
    }

    /// The import map (HTML standard, section 8.1.5.3): where a module's name leads.
    ///
    /// @param folder address of the folder of the files
    static String importMap(String folder) {
        StringBuilder map = new StringBuilder("{\"imports\":{");
        PATHS.keySet()
                .forEach(module -> map.append(map.toString().endsWith("{") ? "" : ",")
                        .append('"')
                        .append(module)
                        .append("\":\"")
                        .append(folder)
                        .append(file(module))
                        .append('"'));
        return map.append("}}").toString();
    }

    private static String file(String module) {
        return "npm-" + module.replace("@", "").replace('/', '-') + ".js";
    }
}
