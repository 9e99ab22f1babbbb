package de.stadtgraph.pipeline;

import de.stadtgraph.enrichment.AreaOverlaps;
import de.stadtgraph.harvest.Harvester;
import de.stadtgraph.harvest.RemoteHarvester;
import de.stadtgraph.mapping.Mapper;
import de.stadtgraph.mapping.MappingModules;
import de.stadtgraph.publication.DataFolder;
import de.stadtgraph.publication.FolderLock;
import de.stadtgraph.publication.Gate;
import de.stadtgraph.publication.Publisher;
import de.stadtgraph.publication.Releases;
import java.nio.file.Path;
import java.util.function.Function;

/// The stages that a run goes through, as the root built them.
///
/// @param modules the mapping modules
/// @param mapper maps
/// @param harvester keeps local files
/// @param remote fetches from elsewhere
/// @param overlaps adds the overlaps of areas
/// @param judge validates
/// @param gate decides
/// @param publishers makes the publisher that a lock entitles to
/// @param releases the releases so far
/// @param folder the data folder
/// @param content the folder `ontologies/`, which is published too
/// @param version version of this server
public record Stages(
        MappingModules modules,
        Mapper mapper,
        Harvester harvester,
        RemoteHarvester remote,
        AreaOverlaps overlaps,
        Judge judge,
        Gate gate,
        Function<FolderLock, Publisher> publishers,
        Releases releases,
        DataFolder folder,
        Path content,
        String version) {}
