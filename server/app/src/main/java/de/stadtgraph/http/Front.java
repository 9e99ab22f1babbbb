package de.stadtgraph.http;

import de.stadtgraph.problem.Language;
import de.stadtgraph.store.Generation;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;

/// What all tabs share: the site, the words, the templates, and how a request gets its generation.
///
/// Built once; safe for many threads.
public final class Front {
    private final Site site;
    private final Messages messages;
    private final Templates templates = new Templates();
    private final Assets assets = new Assets();
    private final EntityTags tags;
    private final PerState<Statistics> statistics = new PerState<>(Statistics::of);
    private final PerState<Partitions> partitions =
            new PerState<>(generation -> Partitions.of(generation, statistics(generation)));
    private final PerState<CityMap> maps = new PerState<>(CityMap::of);

    public Front(Site site) {
        this.site = site;
        this.messages = new Messages(site.zone());
        this.tags = new EntityTags(site.software().build());
    }

    /// Answers one request on one state.
    @FunctionalInterface
    public interface Reading {
        void answer(Visit visit) throws Exception;
    }

    public Site site() {
        return site;
    }

    public Messages messages() {
        return messages;
    }

    public Templates templates() {
        return templates;
    }

    public Assets assets() {
        return assets;
    }

    public EntityTags tags() {
        return tags;
    }

    /// How often terms are used in a state; worked out once a state.
    public Statistics statistics(Generation generation) {
        return statistics.get(generation);
    }

    /// Which properties the things of a class have in a state; worked out once a state.
    public Partitions partitions(Generation generation) {
        return partitions.get(generation);
    }

    /// The outlines of a state; worked out once a state.
    public CityMap map(Generation generation) {
        return maps.get(generation);
    }

    /// A handler that holds one generation from the beginning of a request to its end and names its state.
    public Handler reading(Reading reading) {
        return context -> {
            try (Generation generation = site.generations().acquire()) {
                context.header(Headers.STATE, Long.toString(generation.state()));
                reading.answer(new Visit(this, context, generation, Languages.of(context)));
            }
        };
    }

    /// The frame of a page.
    Frame frame(Context context, Title title, List<Frame.Crumb> crumbs, Optional<Frame.Shown> state) {
        Language language = Languages.of(context);
        return new Frame(
                messages.in(language),
                site.city().in(language),
                title.label(),
                title.kind(),
                crumbs,
                List.of(),
                Addresses.of(context),
                state,
                assets,
                site.software().version());
    }

    /// The two parts of a page's title.
    public record Title(String label, String kind) {}
}
