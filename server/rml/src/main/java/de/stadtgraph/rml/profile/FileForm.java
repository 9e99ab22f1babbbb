package de.stadtgraph.rml.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// What a file is, by its first bytes. Stateless.
///
/// @param kind how it is read
/// @param member the file inside an archive that is meant, or empty
/// @param head the first bytes of the text, unpacked; of a workbook nothing
record FileForm(Kind kind, String member, byte[] head) {
    enum Kind {
        TABLE,
        WORKBOOK,
        JSON,
        XML
    }

    private static final String READ =
            "read are CSV, TSV, JSON, GeoJSON, XML, GML, XLSX, ODS, and these inside zip or gzip";
    private static final int MOST_MEMBERS = 10_000;

    static FileForm of(Path file, ProfileLimits limits) throws IOException, ProfileException {
        if (!Files.isRegularFile(file)) {
            throw new ProfileException(file, "there is no such file.");
        }
        byte[] head = head(file, limits);
        if (head.length == 0) {
            throw new ProfileException(file, "the file is empty.");
        }
        if (starts(head, 'P', 'K', 3, 4)) {
            return archive(file, limits);
        }
        if (starts(head, 0x1F, 0x8B)) {
            return text(file, "", unzipped(file, limits));
        }
        return text(file, "", head);
    }

    private static byte[] head(Path file, ProfileLimits limits) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return input.readNBytes(limits.headBytes());
        }
    }

    private static byte[] unzipped(Path file, ProfileLimits limits) throws IOException, ProfileException {
        try (InputStream input = new GZIPInputStream(Files.newInputStream(file))) {
            return input.readNBytes(limits.headBytes());
        } catch (ZipException | java.io.EOFException broken) {
            throw new ProfileException(file, "the gzip file is broken; fetch it again.");
        }
    }

    /// A workbook, or the largest member that can be read.
    private static FileForm archive(Path file, ProfileLimits limits) throws IOException, ProfileException {
        List<String> names = new ArrayList<>();
        FileForm largest = null;
        long most = -1;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_MEMBERS) {
                throw new ProfileException(
                        file, "the archive has more than 10,000 members; unpack the one with the data.");
            }
            for (ZipEntry entry : zip.stream().toList()) {
                names.add(entry.getName());
                if (entry.getName().equals("xl/workbook.xml") || entry.getName().equals("content.xml")) {
                    return new FileForm(Kind.WORKBOOK, "", new byte[0]);
                }
                byte[] head = entry.isDirectory() ? new byte[0] : head(zip, entry, limits);
                if (head.length > 0 && entry.getSize() > most && isText(head)) {
                    most = entry.getSize();
                    largest = text(file, entry.getName(), head);
                }
            }
        } catch (ZipException | IllegalArgumentException | java.io.EOFException broken) {
            throw new ProfileException(file, "the zip file is broken; fetch it again.");
        }
        if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(".shp"))) {
            throw new ProfileException(file, "a zipped shapefile is not read; convert it to GeoJSON (" + READ + ").");
        }
        if (largest == null) {
            throw new ProfileException(file, "no file in the archive can be read; " + READ + ".");
        }
        return largest;
    }

    private static byte[] head(ZipFile zip, ZipEntry entry, ProfileLimits limits) throws IOException {
        try (InputStream input = zip.getInputStream(entry)) {
            return input.readNBytes(limits.headBytes());
        }
    }

    private static FileForm text(Path file, String member, byte[] head) throws ProfileException {
        refuseKnown(file, head);
        if (!isText(head)) {
            throw new ProfileException(file, "binary data of a form that is not read; " + READ + ".");
        }
        String start = start(head);
        if (start.isEmpty()) {
            throw new ProfileException(file, "the file holds nothing but blanks.");
        }
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            throw new ProfileException(file, "a web page is no data; fetch the file that it links to.");
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (member.isEmpty() && (name.endsWith(".md") || name.endsWith(".prj"))) {
            throw new ProfileException(file, "the file holds running text, no table; give the file with the data.");
        }
        Kind kind = start.startsWith("<") ? Kind.XML : start.matches("(?s)[\\[{].*") ? Kind.JSON : Kind.TABLE;
        return new FileForm(kind, member, head);
    }

    private static void refuseKnown(Path file, byte[] head) throws ProfileException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new ProfileException(file, "Excel's format of before 2007 (.xls) is not read; save it as .xlsx.");
        }
        if (starts(head, '%', 'P', 'D', 'F')) {
            throw new ProfileException(file, "a PDF is no data; ask for the table behind it.");
        }
        if (starts(head, 0, 0, 0x27, 0x0A)) {
            throw new ProfileException(file, "a part of a shapefile is not read; convert it to GeoJSON.");
        }
        if (name.endsWith(".dbf") && head[0] < 9) {
            throw new ProfileException(
                    file, "a dBase table (part of a shapefile) is not read; convert it to GeoJSON or CSV.");
        }
        if (starts(head, 'P', 'A', 'R', '1')) {
            throw new ProfileException(file, "Parquet is not read; convert it to CSV.");
        }
    }

    /// Whether it can be text: no zero bytes, but in UTF-16.
    private static boolean isText(byte[] head) {
        return TextEncoding.of(head).startsWith("UTF-16") || controls(head) * 200 <= head.length;
    }

    private static int controls(byte[] head) {
        int count = 0;
        int length = head.length;
        while (length > 0 && (head[length - 1] == 0 || head[length - 1] == 0x1A)) {
            length--;
        }
        for (int i = 0; i < length; i++) {
            int octet = head[i];
            boolean blank = octet == '\t' || octet == '\n' || octet == '\r' || octet == '\f';
            count += octet == 0 ? 200 : octet > 0 && octet < ' ' && !blank ? 1 : 0;
        }
        return count;
    }

    private static String start(byte[] head) {
        String text = TextEncoding.decode(head);
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return bare.substring(0, Math.min(bare.length(), 4096)).strip();
    }

    private static boolean starts(byte[] head, int... octets) {
        if (head.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((head[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
