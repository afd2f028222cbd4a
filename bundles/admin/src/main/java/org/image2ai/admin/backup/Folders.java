package org.image2ai.admin.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Where the server keeps what is neither a row nor a blob. */
record Folders(Path base, Path etc, Path data) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    static Folders ofKaraf() {
        return new Folders(
                Path.of(System.getProperty("karaf.base", ".")),
                Path.of(System.getProperty("karaf.etc", "etc")),
                Path.of(System.getProperty("karaf.data", "data")));
    }

    /** A file as an operator names it; a relative one lies below the server's folder. */
    Path file(String name) {
        return base.resolve(name).toAbsolutePath().normalize();
    }

    /** Where a backup goes that was given no name. */
    Path backup(Instant now) {
        return backups().resolve("image2ai-" + STAMP.format(now) + ".zip").toAbsolutePath();
    }

    Path backups() {
        return data.resolve("backup");
    }

    Path keys() {
        return data.resolve("keys");
    }

    /** The keys of people, which no backup holds. */
    Path keyStore() {
        return data.resolve("keystore");
    }

    /** The configuration of ours. */
    List<Path> settings() throws IOException {
        return files(etc, "org\\.image2ai\\.[A-Za-z0-9._-]+\\.cfg");
    }

    List<Path> keyFiles() throws IOException {
        return files(keys(), "[A-Za-z0-9_-][A-Za-z0-9._-]*");
    }

    static List<Path> files(Path folder, String pattern) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }
}
