package org.image2ai.plugins;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.image2ai.kit.OwnerOnlyFile;

/** The platform's own copies of plugins, and the state of each: {@code data/plugins/<symbolic name>/}. */
final class PluginStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATE = "state.json";

    private final Path folder;

    PluginStore(Path folder) {
        this.folder = folder;
    }

    /** The names of all plugins that a state is known of. */
    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> Files.exists(one.resolve(STATE)))
                    .map(one -> one.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<PluginState> state(String name) {
        Path file = folder.resolve(name).resolve(STATE);
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), PluginState.class)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(String name, PluginState state) {
        try {
            OwnerOnlyFile.write(folder.resolve(name).resolve(STATE), JSON.writeValueAsString(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name, String fileName) {
        return folder.resolve(name).resolve(fileName);
    }

    /** Takes a copy: whole or not at all. */
    Path keep(PluginJar jar, Path file) {
        Path copy = file(jar.name(), jar.fileName());
        try {
            Files.createDirectories(copy.getParent());
            Path part = copy.resolveSibling(copy.getFileName() + ".part");
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes copies that no state names any more. */
    void tidy(String name, PluginState state) {
        for (Path file : files(name)) {
            String found = file.getFileName().toString();
            if (!found.equals(STATE) && !found.equals(state.active()) && !found.equals(state.previous())) {
                delete(file);
            }
        }
    }

    /** Forgets a plugin. */
    void forget(String name) {
        // The state goes first: what is left without it is nothing.
        delete(folder.resolve(name).resolve(STATE));
        files(name).forEach(PluginStore::delete);
        delete(folder.resolve(name));
    }

    private List<Path> files(String name) {
        if (!Files.isDirectory(folder.resolve(name))) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder.resolve(name))) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
