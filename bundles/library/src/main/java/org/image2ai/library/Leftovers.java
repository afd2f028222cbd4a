package org.image2ai.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Temporary files of people's pictures that nobody needs any more. */
final class Leftovers {
    private Leftovers() {}

    /** What is older than this process is nobody's: who made it is gone. */
    static Instant beforeThisProcess() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    /** Removes the files under a folder that were last written before a moment. @return how many */
    static int remove(Path folder, Instant before) {
        int removed = 0;
        try {
            for (Path file : files(folder)) {
                if (isBefore(file, before) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        } catch (IOException e) {
            throw Intake.failed(e);
        }
        return removed;
    }

    static int count(Path folder) {
        try {
            return files(folder).size();
        } catch (IOException e) {
            throw Intake.failed(e);
        }
    }

    private static boolean isBefore(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
