package org.image2ai.blobs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.image2ai.kit.OwnerOnlyFile;

/**
 * The wrapped keys of one subject in a file of its own: a line each, {@code holding id wrapped}. A change replaces the
 * file at once and is durable when it returns; a line that goes is first overwritten where it lies.
 */
final class KeyRing {
    private final Path file;
    private final Map<String, Line> lines = new TreeMap<>();

    /** A key as it lies in the file. */
    record Line(String id, String wrapped) {}

    private KeyRing(Path file) {
        this.file = file;
    }

    static KeyRing read(Path file) throws IOException {
        KeyRing ring = new KeyRing(file);
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                List<String> words = List.of(line.split(" ", -1));
                // A line that a destruction was overwriting when the power went is no key any more.
                if (words.size() == 3 && !words.get(2).isEmpty()) {
                    ring.lines.put(words.get(0), new Line(words.get(1), words.get(2)));
                }
            }
        } catch (NoSuchFileException e) {
            return ring;
        }
        return ring;
    }

    Map<String, Line> lines() {
        return lines;
    }

    void put(String holding, Line line) throws IOException {
        lines.put(holding, line);
        write();
    }

    /** Destroys a key. @return whether there was one */
    boolean destroy(String holding) throws IOException {
        Line gone = lines.remove(holding);
        if (gone == null) {
            return false;
        }
        overwrite(gone.wrapped());
        if (lines.isEmpty()) {
            Files.delete(file);
            sync(file.getParent());
        } else {
            write();
        }
        return true;
    }

    private void overwrite(String secret) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int at = new String(all, StandardCharsets.ISO_8859_1).indexOf(secret);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer blanks = ByteBuffer.wrap(" ".repeat(secret.length()).getBytes(StandardCharsets.US_ASCII));
            while (blanks.hasRemaining()) {
                out.write(blanks, at + blanks.position());
            }
            out.force(true);
        }
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach((holding, line) -> text.append(holding)
                .append(' ')
                .append(line.id())
                .append(' ')
                .append(line.wrapped())
                .append('\n'));
        OwnerOnlyFile.write(file, text.toString());
        sync(file.getParent());
    }

    /** Without it a rename may be forgotten when the power goes. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
