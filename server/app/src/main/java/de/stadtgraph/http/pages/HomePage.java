package de.stadtgraph.http.pages;

import de.stadtgraph.http.CityMap;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.Refusal;
import java.util.List;
import java.util.Optional;

/// The home page. Immutable.
///
/// @param datasets number of datasets
/// @param statements number of statements
/// @param things things by class, most first
/// @param news newest releases
/// @param refused what was refused lately
/// @param map map of the city, where there are outlines
/// @param questions stored queries that the data can answer
/// @param first first steps
public record HomePage(
        Frame frame,
        long datasets,
        long statements,
        List<Count> things,
        List<News> news,
        List<Refused> refused,
        Optional<Districts> map,
        List<Question> questions,
        First first) {

    /// A stored query as a question.
    public record Question(String question, String title, String href) {}

    /// How many there are of something.
    public record Count(String label, String href, long count) {}

    /// A release with the title of its dataset.
    public record News(String title, PublishedRelease release) {
        public boolean hasWarnings() {
            return release.outcome() == PublishedRelease.Outcome.RELEASED_WITH_WARNINGS;
        }
    }

    /// A refusal with the title of its dataset.
    ///
    /// @param rules rules with their numbers, in words
    public record Refused(String title, Refusal refusal, String rules) {}

    /// The map with its table.
    ///
    /// @param steps upper ends of the classes of shade
    public record Districts(CityMap city, List<Area> districts, List<Area> ortsteile, List<Long> steps) {}

    /// An area with its number of trees.
    ///
    /// @param shade class of shade, 0 for none
    public record Area(String label, String href, String path, long trees, int shade) {}

    /// First steps.
    ///
    /// @param query a query to run
    /// @param run address that runs it
    /// @param curl a line for a terminal
    /// @param example path of a thing
    public record First(String query, String run, String curl, String example) {}
}
