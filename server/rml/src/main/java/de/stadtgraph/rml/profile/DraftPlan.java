package de.stadtgraph.rml.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the draft makes of every field. Immutable.
///
/// @param fields one a field of the file
/// @param key indexes of the fields of the key; empty: a hash stands for it
record DraftPlan(List<DraftField> fields, List<Integer> key) {
    private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    private static final int MOST_SEVERAL = 2_000;

    DraftPlan {
        fields = List.copyOf(fields);
        key = List.copyOf(key);
    }

    static DraftPlan of(SourceProfile profile, List<KnownTerm> terms, ProfileLimits limits) {
        return new Builder(profile, terms, limits).build();
    }

    /// The fields that become statements of the thing itself.
    List<DraftField> mapped() {
        return fields.stream().filter(DraftField::isMapped).toList();
    }

    List<DraftField> dropped() {
        return fields.stream()
                .filter(field -> field.role() instanceof FieldRole.Dropped)
                .toList();
    }

    Optional<DraftField> place() {
        return fields.stream()
                .filter(field -> field.role() instanceof FieldRole.Shape || field.role() instanceof FieldRole.East)
                .findFirst();
    }

    /// Decides field by field.
    private static final class Builder {
        private final List<FieldProfile> profiles;
        private final TermProposals proposals;
        private final ProfileLimits limits;
        private final List<Integer> key;
        private final Map<Integer, FieldRole> places = new HashMap<>();
        private final Map<Integer, String> placeNotes = new HashMap<>();
        private final Set<String> names = new HashSet<>(Set.of("key", "place"));

        Builder(SourceProfile profile, List<KnownTerm> terms, ProfileLimits limits) {
            this.profiles = profile.fields();
            this.proposals = new TermProposals(terms);
            this.limits = limits;
            this.key = profile.key();
            place();
        }

        private void place() {
            boolean found = false;
            for (PlaceGuess.Place place : PlaceGuess.of(profiles)) {
                if (found) {
                    drop(place, "wohl derselbe Ort noch einmal", "probably the same place again");
                } else if (place.crs().isEmpty()) {
                    if (place.north() < 0) {
                        drop(
                                place,
                                "Geometrie in unbekanntem Bezugssystem",
                                "a geometry in an unknown coordinate system");
                    } else {
                        placeNotes.put(
                                place.field(),
                                "a coordinate? The coordinate system is not known: sg:point with sg:crs");
                    }
                } else if (place.north() < 0) {
                    places.put(place.field(), new FieldRole.Shape(place.crs()));
                    found = true;
                } else {
                    places.put(place.field(), new FieldRole.East(place.north(), place.crs()));
                    places.put(place.north(), new FieldRole.North());
                    found = true;
                }
            }
        }

        private void drop(PlaceGuess.Place place, String german, String english) {
            places.put(place.field(), new FieldRole.Dropped(german, english, false));
            placeNotes.put(place.field(), english + ": compare, then map it or leave it out");
            if (place.north() >= 0) {
                places.put(place.north(), new FieldRole.Dropped(german, english, false));
            }
        }

        DraftPlan build() {
            List<DraftField> fields = new ArrayList<>();
            for (int i = 0; i < profiles.size(); i++) {
                fields.add(field(i, profiles.get(i)));
            }
            List<Integer> usable = key.stream()
                    .filter(part -> !(fields.get(part).role() instanceof FieldRole.Dropped))
                    .toList();
            return new DraftPlan(fields, usable.size() == key.size() ? key : List.of());
        }

        private DraftField field(int index, FieldProfile profile) {
            String view = Slug.camel(profile.name(), names);
            FieldGuess guess = guess(index, profile);
            String note = placeNotes.getOrDefault(index, guess.question());
            FieldRole role = guess.role();
            if (profile.several() > 1 && note.isEmpty() && !(role instanceof FieldRole.Dropped)) {
                note = "up to " + profile.several()
                        + " values a record; values that belong together should become things";
            }
            if (role instanceof FieldRole.Dropped dropped && dropped.personal()) {
                note = "possibly personal: decide whether it may be published";
            }
            Optional<KnownTerm> term = proposals.of(profile.name()).filter(known -> fits(known, role));
            String predicate = term.map(KnownTerm::iri).orElseGet(() -> predicate(role, profile, view));
            if (note.isEmpty() && profile.nothings().stream().anyMatch(FieldTally::isSentinel)) {
                note = "a number stands for “no value” here (rml:null of the source): is that right?";
            }
            boolean invented = predicate.startsWith("urn:todo:") && !isPlaceOrDropped(role);
            if (invented && note.isEmpty()) {
                note = "which property? None at hand has this name";
            } else if (term.isPresent() && note.isEmpty()) {
                note = "is this the property that is meant?";
            }
            boolean open = !note.isEmpty();
            return new DraftField(index, profile, role, view, predicate, note, open);
        }

        private FieldGuess guess(int index, FieldProfile profile) {
            if (places.containsKey(index)) {
                return new FieldGuess(places.getOrDefault(index, new FieldRole.North()), "");
            }
            if (profile.isConstant() && profile.values().containsKey("Feature")) {
                return new FieldGuess(
                        new FieldRole.Dropped(
                                "immer „Feature“, die Form von GeoJSON",
                                "always “Feature”, the form of GeoJSON",
                                false),
                        "");
            }
            if (profile.several() > MOST_SEVERAL) {
                return new FieldGuess(
                        new FieldRole.Dropped("sehr lange Liste", "a very long list", false),
                        "a very long list: what is it?");
            }
            FieldGuess guess = FieldGuess.of(profile, limits.codes());
            if (guess.role() instanceof FieldRole.Dropped) {
                return guess;
            }
            return key.equals(List.of(index)) ? new FieldGuess(new FieldRole.Key(), "") : guess;
        }

        private static boolean fits(KnownTerm term, FieldRole role) {
            return switch (role) {
                case FieldRole.Code _, FieldRole.Link _ -> term.relation();
                case FieldRole.Key _, FieldRole.Dropped _, FieldRole.Shape _, FieldRole.East _, FieldRole.North _ ->
                    false;
                case FieldRole.Numeric _,
                        FieldRole.Floating _,
                        FieldRole.Date _,
                        FieldRole.Moment _,
                        FieldRole.UnixTime _,
                        FieldRole.Truth _,
                        FieldRole.Words _ -> !term.relation();
            };
        }

        private static boolean isPlaceOrDropped(FieldRole role) {
            return role instanceof FieldRole.Dropped
                    || role instanceof FieldRole.North
                    || role instanceof FieldRole.East
                    || role instanceof FieldRole.Shape;
        }

        private static String predicate(FieldRole role, FieldProfile profile, String view) {
            if (role instanceof FieldRole.East || role instanceof FieldRole.North || role instanceof FieldRole.Shape) {
                return "http://www.opengis.net/ont/geosparql#hasDefaultGeometry";
            }
            if (role instanceof FieldRole.Key) {
                return "http://purl.org/dc/terms/identifier";
            }
            boolean named = profile.name()
                    .toLowerCase(java.util.Locale.ROOT)
                    .matches("(.*[./])?(name|bezeichnung|titel|title|label)");
            return named && role instanceof FieldRole.Words ? LABEL : "urn:todo:" + Slug.kebab(view);
        }
    }
}
