package de.stadtgraph.http;

import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.CityIris;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What the front needs of the rest of the server; the root fills it. Immutable.
///
/// @param city name of the city
/// @param iris IRIs of the city
/// @param generations where the data come from
/// @param datasets descriptions of the datasets
/// @param publications releases, states, refusals
/// @param contact who answers for the server
/// @param software name, version and build
/// @param limits live limits, for `/limits`
/// @param zone time zone of the city
public record Site(
        Text city,
        CityIris iris,
        CurrentGeneration generations,
        Datasets datasets,
        Publications publications,
        Contact contact,
        Software software,
        List<Limit> limits,
        ZoneId zone) {

    public Site {
        limits = List.copyOf(limits);
    }

    /// What runs.
    ///
    /// @param version version of the server
    /// @param build short id of the build, letters and digits
    /// @param libraries licences of what is part of it, by name
    public record Software(String version, String build, Map<String, String> libraries) {
        public Software {
            libraries = Map.copyOf(libraries);
        }
    }

    /// One limit with its live number.
    ///
    /// @param name key in the configuration
    /// @param unit unit, empty for a count
    public record Limit(String name, Text meaning, long value, String unit) {}
}
