package de.stadtgraph.harvest;

import java.net.URI;
import java.nio.file.Path;

/// Where a source is fetched from. Immutable.
public sealed interface Origin {

    /// A file on the web.
    record Web(URI address) implements Origin {}

    /// The newest file of a local folder.
    ///
    /// @param pattern what its name looks like (`*.csv`)
    record Folder(Path folder, String pattern) implements Origin {}

    /// A resource of a package in a CKAN catalogue (Action API 3).
    ///
    /// @param resource name, id or format of the resource
    record Ckan(URI base, String dataset, String resource) implements Origin {}

    /// A distribution of a dataset in a DCAT catalogue, as piveau and others give it, page by page.
    ///
    /// @param dataset IRI or identifier of the dataset
    /// @param format end of the format's or media type's IRI (`CSV`, `text/csv`)
    record Dcat(URI catalogue, String dataset, String format) implements Origin {}

    /// A feature type of a Web Feature Service (OGC WFS 2.0).
    ///
    /// @param type name of the feature type
    /// @param output output format: `application/json` is fetched page by page, GML in one answer
    record Wfs(URI address, String type, String output) implements Origin {}

    /// An entity set of a SensorThings service (OGC 18-088), page by page.
    record SensorThings(URI address) implements Origin {}
}
