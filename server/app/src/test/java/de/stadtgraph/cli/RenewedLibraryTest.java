package de.stadtgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The library of the command line in newer class files does what it did.
class RenewedLibraryTest {
    @TempDir
    private Path folder = Path.of("");

    private Path copy() throws Exception {
        URL location = CommandLine.class.getProtectionDomain().getCodeSource().getLocation();
        return Files.copy(Path.of(URI.create(location.toString())), folder.resolve("picocli.jar"));
    }

    @Test
    void allClassesHaveMapsOfTheStack() throws Exception {
        Path jar = copy();
        RenewedLibrary.renew(jar);
        try (var renewed = new JarFile(jar.toFile())) {
            var classes = renewed.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList();
            assertThat(classes).hasSizeGreaterThan(200);
            for (var entry : classes) {
                byte[] bytes = renewed.getInputStream(entry).readAllBytes();
                assertThat(ClassFile.of().parse(bytes).majorVersion())
                        .as(entry.getName())
                        .isGreaterThanOrEqualTo(ClassFile.JAVA_6_VERSION);
                assertThat(ClassFile.of().verify(bytes)).as(entry.getName()).isEmpty();
            }
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aCommandIsReadAndDescribedAsBefore() throws Exception {
        Path jar = copy();
        String before = described(jar);
        RenewedLibrary.renew(jar);
        assertThat(described(jar)).isEqualTo(before).contains("the-file", "--quick");
    }

    /// Uses the library by reflection: this class knows the old one.
    private static String described(Path jar) throws Exception {
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Class<?> specs = loader.loadClass("picocli.CommandLine$Model$CommandSpec");
            Class<?> options = loader.loadClass("picocli.CommandLine$Model$OptionSpec");
            Class<?> lines = loader.loadClass("picocli.CommandLine");
            Object spec = specs.getMethod("create").invoke(null);
            for (String name : List.of("--quick", "--file")) {
                Object builder = options.getMethod("builder", String.class, String[].class)
                        .invoke(null, name, new String[0]);
                if (name.equals("--file")) {
                    set(builder, "arity", "1");
                    set(builder, "paramLabel", "the-file");
                }
                specs.getMethod("addOption", options)
                        .invoke(spec, builder.getClass().getMethod("build").invoke(builder));
            }
            Object line = lines.getConstructor(Object.class).newInstance(spec);
            Object parsed = lines.getMethod("parseArgs", String[].class)
                    .invoke(line, (Object) new String[] {"--quick", "--file", "x"});
            return lines.getMethod("getUsageMessage").invoke(line).toString()
                    + parsed.getClass().getMethod("originalArgs").invoke(parsed)
                    + parsed.getClass()
                            .getMethod("matchedOptions")
                            .invoke(parsed)
                            .toString()
                            .replaceAll("@[0-9a-f]+", "");
        }
    }

    /// The method stands in a class that is not public.
    private static void set(Object builder, String property, String value) throws Exception {
        Method setter = builder.getClass().getMethod(property, String.class);
        setter.setAccessible(true);
        setter.invoke(builder, value);
    }
}
