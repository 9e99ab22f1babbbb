package de.stadtgraph.rml.profile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A first draft of a mapping module: it runs at once, and says where a person must decide (`TODO`). Immutable.
public final class ModuleDraft {
    private final SourceProfile profile;
    private final DraftPlan plan;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String sample;

    /// @param module name of the module, a slug
    /// @param base the canonical base of all IRIs
    public record Naming(String module, String base) {}

    /// A field that is not mapped, with the reason.
    public record LeftOut(String field, String german, String english) {}

    private ModuleDraft(SourceProfile profile, DraftPlan plan, Naming naming) {
        this.profile = profile;
        this.plan = plan;
        SampleText text = new SampleText(profile, plan);
        this.sample = text.name();
        var source = new SourceText(profile.shape(), sample, SourceText.nothings(profile.fields()));
        files.put("mapping.ttl", utf8(new MappingText(profile, plan, naming, source).write()));
        files.put(sample, text.write());
        files.put("README.md", utf8(new ReadmeText(profile, plan, naming).write()));
    }

    /// @param terms properties that columns may be mapped to
    public static ModuleDraft of(SourceProfile profile, Naming naming, List<KnownTerm> terms) {
        return new ModuleDraft(profile, DraftPlan.of(profile, terms, ProfileLimits.STANDARD), naming);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The files by their names: mapping, sample, README.
    public Map<String, byte[]> files() {
        return java.util.Collections.unmodifiableMap(files);
    }

    /// The fields that are left out, in the order of the file.
    public List<LeftOut> leftOut() {
        return plan.dropped().stream()
                .map(field -> {
                    FieldRole.Dropped dropped = (FieldRole.Dropped) field.role();
                    return new LeftOut(field.profile().name(), dropped.german(), dropped.english());
                })
                .toList();
    }

    /// Whether the things have a place.
    public boolean hasPlaces() {
        return plan.place().isPresent();
    }

    /// Number of fields, of records read, and of fields that may be personal.
    public String summary() {
        long personal = plan.fields().stream().filter(SampleText::isHidden).count();
        long open = plan.fields().stream().filter(DraftField::open).count();
        return "%d records read, %d fields, %d of them left out (%d possibly personal), %d to decide"
                .formatted(
                        profile.records(), plan.fields().size(), plan.dropped().size(), personal, open);
    }
}
