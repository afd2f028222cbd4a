package org.image2ai.plugins;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.image2ai.kit.OwnerOnlyFile;

/** The folder of one plugin: its jars, and what is known of it. */
class Shelf {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();
    private static final String STATE = "state.json";

    private final Path folder;

    Shelf(Path folder) {
        this.folder = folder;
    }

    Optional<PluginState> load() {
        Path file = folder.resolve(STATE);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), PluginState.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("What is known of a plugin cannot be read: " + file, e);
        }
    }

    /** Whole or not at all. */
    void save(PluginState state) {
        try {
            Files.createDirectories(folder);
            OwnerOnlyFile.write(folder.resolve(STATE), JSON.writeValueAsString(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a copy: what happens to the original does not touch a plugin that works. */
    void keep(Path jar, Release release) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(release.file() + ".part");
            Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, path(release), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(Release release) {
        return folder.resolve(release.file());
    }

    /** Deletes every jar but these. */
    void keepOnly(List<Release> releases) {
        List<String> names = releases.stream().map(Release::file).toList();
        delete(file -> !file.equals(STATE) && !names.contains(file));
    }

    /** Deletes everything; the state last, so that a folder without one holds nothing of worth. */
    void clear() {
        delete(file -> !file.equals(STATE));
        delete(file -> true);
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(java.util.function.Predicate<String> which) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (which.test(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
