package de.stadtgraph.cli;

import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The arguments of a command whose start is waited for, taken without describing the command first: its description is
/// read by reflection, which takes longer than to map a small file.
///
/// Only what is plain is taken: known options, each once, with their values, and one word. All else, and every mistake,
/// is left to the description, which knows more forms and says what is wrong.
final class PlainArguments {
    private final Map<String, Consumer<String>> options = new HashMap<>();
    private final Map<String, Runnable> flags = new HashMap<>();
    private final Set<String> several = new HashSet<>();
    private final Set<String> required = new HashSet<>();
    private final Consumer<String> word;

    /// @param word takes the only argument that is no option
    PlainArguments(Consumer<String> word) {
        this.word = word;
    }

    /// An option with a value.
    PlainArguments option(String name, Consumer<String> value) {
        options.put(name, value);
        return this;
    }

    /// One that must be there.
    PlainArguments requiredOption(String name, Consumer<String> value) {
        required.add(name);
        return option(name, value);
    }

    /// One that may be there several times.
    PlainArguments severalOptions(String name, Consumer<String> value) {
        several.add(name);
        return option(name, value);
    }

    /// An option without a value.
    PlainArguments flag(String name, Runnable set) {
        flags.put(name, set);
        return this;
    }

    /// Takes the arguments behind the command's name; false if they are not plain: then some may be taken and some not.
    boolean take(List<String> arguments) {
        Set<String> seen = new HashSet<>();
        int words = 0;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int sign = argument.startsWith("--") ? argument.indexOf('=') : -1;
            String name = sign < 0 ? argument : argument.substring(0, sign);
            boolean hasValue = options.containsKey(name);
            if (!seen.add(name) && !several.contains(name)) {
                return false;
            }
            if (hasValue) {
                String value =
                        sign >= 0 ? argument.substring(sign + 1) : ++i < arguments.size() ? arguments.get(i) : "";
                if (!isPlain(value) || !set(options.get(name), value)) {
                    return false;
                }
            } else if (flags.containsKey(argument)) {
                flags.get(argument).run();
            } else if (!isPlain(argument) || ++words > 1 || !set(word, argument)) {
                return false;
            }
        }
        return words == 1 && seen.containsAll(required);
    }

    /// A dash begins an option, an at sign the name of a file of arguments, a quote may be one that is taken away.
    private static boolean isPlain(String value) {
        return !value.isEmpty() && "-@\"'".indexOf(value.charAt(0)) < 0;
    }

    private static boolean set(@Nullable Consumer<String> field, String value) {
        try {
            if (field != null) {
                field.accept(value);
            }
            return field != null;
        } catch (NumberFormatException | InvalidPathException _) {
            return false;
        }
    }
}
