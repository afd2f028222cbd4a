package org.image2ai.privacy.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.api.AccountId;

/**
 * The erasures that began, in a file outside the database and its backups: a line each, on the disk before anything is
 * destroyed. It names accounts by their ids and nothing else of them.
 */
final class ErasureLog {
    private static final Pattern LINE = Pattern.compile("1 (\\S+) ([A-Za-z0-9_-]{1,64}) ([A-Za-z0-9_-]{1,64}) \\.");

    private final Path file;

    ErasureLog(Path file) {
        this.file = file;
    }

    /**
     * An erasure that began.
     *
     * @param at when
     * @param account whose
     * @param request by which request
     */
    record Entry(Instant at, AccountId account, String request) {}

    /** The first erasure of every account, in their order. What a crash left half written never destroyed anything. */
    Map<AccountId, Entry> read() {
        Map<AccountId, Entry> entries = new LinkedHashMap<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    parse(line).ifPresent(entry -> entries.putIfAbsent(entry.account(), entry));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static Optional<Entry> parse(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? Optional.of(new Entry(Instant.parse(parts.group(1)), new AccountId(parts.group(2)), parts.group(3)))
                : Optional.empty();
    }

    /** Writes an erasure down; it is on the disk when this returns. */
    synchronized void append(Entry entry) {
        // A line begins with the end of the one before, so that one that was cut short spoils no other.
        String line = "\n1 " + entry.at() + " " + entry.account().value() + " " + entry.request() + " .";
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
