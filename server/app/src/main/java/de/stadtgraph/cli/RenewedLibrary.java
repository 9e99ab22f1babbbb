package de.stadtgraph.cli;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Rewrites the classes of a library that are in the format of Java 5 in that of Java 8, which has maps of the stack:
/// only such classes can lie in the virtual machine's cache of loaded classes. What they do stays the same. Stateless.
final class RenewedLibrary {
    private RenewedLibrary() {}

    /// Rewrites the jar in its place; nothing happens if it has no such classes.
    static void renew(Path jar) throws IOException {
        Path fresh = jar.resolveSibling(jar.getFileName() + ".tmp");
        try {
            if (write(jar, fresh)) {
                Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// Writes the jar with new classes; false if they are the old ones.
    private static boolean write(Path jar, Path fresh) throws IOException {
        boolean changed = false;
        try (var in = new ZipFile(jar.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(fresh))) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                boolean old = entry.getName().endsWith(".class") && isOld(bytes);
                changed |= old;
                var copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                out.write(old ? renewed(bytes) : bytes);
                out.closeEntry();
            }
        }
        return changed;
    }

    private static boolean isOld(byte[] type) {
        return ClassFile.of().parse(type).majorVersion() < ClassFile.JAVA_6_VERSION;
    }

    private static byte[] renewed(byte[] type) {
        var known = ClassHierarchyResolver.ofResourceParsing(RenewedLibrary.class.getClassLoader());
        ClassModel model = ClassFile.of().parse(type);
        ClassTransform rewriting = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                .andThen(ClassTransform.endHandler(fresh -> fresh.withVersion(ClassFile.JAVA_8_VERSION, 0)));
        return ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(known)).transformClass(model, rewriting);
    }
}
