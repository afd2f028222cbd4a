package org.image2ai.admin.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.image2ai.api.PlatformException;

/** Reads a backup, after every byte of it was compared with its checksum. */
final class BackupReader implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  (.+)");

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupReader(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens and verifies a backup. @throws PlatformException {@code backup_corrupt}, {@code backup_newer} */
    static BackupReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw PlatformException.notFound("file", file.toString());
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                BackupReader reader = new BackupReader(zip, manifest(zip));
                reader.verify();
                return reader;
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException e) {
            throw corrupt("it is no whole zip").causedBy(e);
        }
    }

    /** The format is looked at first: what is newer may be of another shape. */
    private static Manifest manifest(ZipFile zip) throws IOException {
        try (InputStream in = stream(zip, Manifest.NAME)) {
            byte[] json = in.readAllBytes();
            CRC32 crc = new CRC32();
            crc.update(json);
            require(crc.getValue() == zip.getEntry(Manifest.NAME).getCrc(), Manifest.NAME + " is not what was written");
            JsonNode tree = JSON.readTree(json);
            int format = tree.path("format").asInt();
            if (format > Manifest.FORMAT) {
                throw PlatformException.conflict(
                        "backup_newer",
                        "The backup is of format " + format + "; this server knows up to " + Manifest.FORMAT + ".");
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (JsonProcessingException e) {
            throw corrupt(Manifest.NAME + " cannot be read").causedBy(e);
        }
    }

    private void verify() throws IOException {
        try (InputStream in = stream(zip, Manifest.SUMS)) {
            require(Sha256.of(in).equals(manifest.sums().sha256()), Manifest.SUMS + " is not what was written");
        }
        long entries = 0;
        try (BufferedReader lines = sums()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine(), entries++) {
                Matcher sum = SUM.matcher(line);
                require(sum.matches(), Manifest.SUMS + " cannot be read");
                try (InputStream in = stream(zip, sum.group(2))) {
                    require(Sha256.of(in).equals(sum.group(1)), sum.group(2) + " is not what was written");
                }
            }
        }
        require(
                entries == manifest.sums().entries() && zip.size() == entries + 2,
                "it has entries that it does not name");
        for (String table : manifest.tables().keySet()) {
            require(zip.getEntry(Names.table(table)) != null, "the table " + table + " is missing");
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream open(String name) throws IOException {
        return stream(zip, name);
    }

    /** What is done with an entry. */
    interface EntryWork {
        void on(String name, String sha256) throws IOException;
    }

    /** Goes through the entries of a folder, with their checksums. */
    void each(String folder, EntryWork work) throws IOException {
        try (BufferedReader lines = sums()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher sum = SUM.matcher(line);
                if (sum.matches() && sum.group(2).startsWith(folder)) {
                    work.on(sum.group(2), sum.group(1));
                }
            }
        }
    }

    private BufferedReader sums() throws IOException {
        return new BufferedReader(new InputStreamReader(stream(zip, Manifest.SUMS), StandardCharsets.UTF_8));
    }

    private static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        require(entry != null, name + " is missing");
        return zip.getInputStream(entry);
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw corrupt(otherwise);
        }
    }

    private static PlatformException corrupt(String why) {
        return PlatformException.invalid("backup_corrupt", "This is no good backup: " + why + ".");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
