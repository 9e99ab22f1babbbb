package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.Container.Compression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// What a file is by its first bytes.
enum FileKind {
    PLAIN,
    GZIP,
    XZ,
    ZIP,
    XLSX,
    ODS,
    /// Excel's format before 2007, which is not read.
    OLD_EXCEL;

    static FileKind of(Path file) throws IOException {
        byte[] start;
        try (InputStream input = Files.newInputStream(file)) {
            start = input.readNBytes(8);
        }
        if (startsWith(start, 0x1F, 0x8B)) {
            return GZIP;
        }
        if (startsWith(start, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OLD_EXCEL;
        }
        return startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 'P', 'K', 5, 6) ? zip(file) : PLAIN;
    }

    private static FileKind zip(Path file) throws IOException {
        try (ZipFile zip = Archives.zip(file)) {
            if (zip.getEntry("xl/workbook.xml") != null) {
                return XLSX;
            }
            return zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null ? ODS : ZIP;
        } catch (ZipException broken) {
            throw new BrokenSourceException(
                    "broken-archive", -1, file.getFileName() + " is a broken zip file: " + broken.getMessage());
        }
    }

    /// How a file of this kind is unpacked.
    Compression compression(Path file) throws BrokenSourceException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean tar = name.endsWith(".tgz") || name.endsWith(".txz") || name.contains(".tar.");
        return switch (this) {
            case PLAIN -> Compression.NONE;
            case GZIP -> tar ? Compression.TAR_GZIP : Compression.GZIP;
            case XZ -> Compression.TAR_XZ;
            case ZIP -> Compression.ZIP;
            case XLSX, ODS ->
                throw new BrokenSourceException(
                        "wrong-format", -1, file.getFileName() + " is a workbook: it is read with rml:CSV");
            case OLD_EXCEL ->
                throw new BrokenSourceException(
                        "wrong-format",
                        -1,
                        file.getFileName() + " is in Excel's old format (.xls), which is not read: save it as .xlsx");
        };
    }

    private static boolean startsWith(byte[] start, int... octets) {
        byte[] wanted = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            wanted[i] = (byte) octets[i];
        }
        return start.length >= wanted.length && Arrays.equals(Arrays.copyOf(start, wanted.length), wanted);
    }
}
