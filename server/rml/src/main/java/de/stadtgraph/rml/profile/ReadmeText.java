package de.stadtgraph.rml.profile;

import java.util.List;
import java.util.Locale;

/// Writes the README of a draft: what was seen, what must be decided, the table of fields. Immutable.
record ReadmeText(SourceProfile profile, DraftPlan plan, ModuleDraft.Naming naming) {

    String write() {
        var text = new StringBuilder("# ").append(naming.module()).append("\n\n");
        text.append("TODO what is this dataset, who keeps it, under which licence?\n\n## Source\n");
        text.append("File `")
                .append(cell(String.valueOf(profile.file().getFileName())))
                .append("`: ");
        text.append(form()).append(", ").append(profile.records()).append(" records read");
        text.append(profile.isComplete() ? "" : " (only the beginning of the file)")
                .append('.');
        text.append(profile.broken() > 0 ? " " + profile.broken() + " records cannot be read.\n" : "\n");
        profile.notes().forEach(note -> text.append("- TODO ").append(note).append('\n'));
        text.append("\n## Key\n");
        text.append(
                plan.key().isEmpty()
                        ? "TODO no field tells records apart; a hash stands for the key.\n"
                        : "TODO is it the owner's, and does it stay? " + names(plan.key()) + "\n");
        text.append(
                "\n## Fields\n| field | filled | different | taken for | as | to decide |\n|---|--:|--:|---|---|---|\n");
        for (DraftField field : plan.fields()) {
            text.append("| %s | %d %% | %s%d | %s | %s | %s |\n"
                    .formatted(
                            cell(field.profile().name()),
                            field.profile().fillRate(),
                            field.profile().many() ? "> " : "",
                            field.profile().distinct(),
                            word(field.role()),
                            field.isMapped() ? cell("<" + field.predicate() + ">") : "–",
                            field.open() ? cell("TODO " + field.note()) : ""));
        }
        text.append(
                "\nThe sample holds the first and last records and those that show each oddity; values that may be personal are `X`.\n");
        return text.toString();
    }

    private String names(List<Integer> key) {
        return String.join(
                " + ",
                key.stream()
                        .map(part ->
                                "`" + cell(plan.fields().get(part).profile().name()) + "`")
                        .toList());
    }

    private String form() {
        SourceShape shape = profile.shape();
        String kind = shape.form().kind().name().toLowerCase(Locale.ROOT);
        String member = shape.form().member().isEmpty()
                ? ""
                : ", member `" + cell(shape.form().member()) + "`";
        String encoding = shape.encoding().isEmpty() ? "" : ", " + shape.encoding();
        String delimiter = shape.form().kind() == FileForm.Kind.TABLE
                ? ", delimiter `"
                        + (shape.source().dialect().delimiter() == '\t'
                                ? "TAB"
                                : shape.source().dialect().delimiter()) + "`"
                : "";
        String iterator = shape.source().iterator().isEmpty()
                ? ""
                : ", records at `" + cell(shape.source().iterator()) + "`";
        return kind + member + encoding + delimiter + iterator;
    }

    private static String word(FieldRole role) {
        return switch (role) {
            case FieldRole.Key _ -> "key";
            case FieldRole.Dropped dropped -> "left out: " + cell(dropped.english());
            case FieldRole.Numeric number ->
                number.whole() || number.decimalSign().isEmpty()
                        ? "whole number"
                        : "decimal, sign `" + number.decimalSign() + "`";
            case FieldRole.Floating _ -> "floating number";
            case FieldRole.Date date -> "date `" + date.pattern() + "`";
            case FieldRole.Moment moment -> "time" + (moment.pattern().isEmpty() ? "" : " `" + moment.pattern() + "`");
            case FieldRole.UnixTime unix -> "Unix time in " + unix.unit();
            case FieldRole.Truth _ -> "yes or no";
            case FieldRole.Link _ -> "link";
            case FieldRole.Code _ -> "code";
            case FieldRole.Shape shape -> "geometry in " + shape.crs();
            case FieldRole.East east -> "coordinate in " + east.crs();
            case FieldRole.North _ -> "coordinate";
            case FieldRole.Words words -> "text" + (words.language().isEmpty() ? "" : " (" + words.language() + ")");
        };
    }

    private static String cell(String text) {
        return TurtleText.comment(text).replace("|", "\\|").replace("`", "'");
    }
}
