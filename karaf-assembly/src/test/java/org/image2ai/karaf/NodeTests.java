package org.image2ai.karaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Assert;

/** Tests in JavaScript with what they need from npm, run by Node's own runner. */
final class NodeTests {
    private final Path folder;

    /** @param name of the folder in {@code src/test/node} */
    NodeTests(String name) {
        folder = Path.of("target", "node", name).toAbsolutePath();
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(Path.of("src", "test", "node", name))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(Map.of(), "npm", "install", "--no-audit", "--no-fund", "--loglevel=error");
    }

    /** Runs a file of tests; what fails there fails here. */
    void run(String file, Map<String, String> environment) {
        run(environment, "node", "--test", "--test-concurrency=1", file);
    }

    private void run(Map<String, String> environment, String... command) {
        try {
            Path log = folder.resolve("out.txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            int code = builder.start().waitFor();
            List<String> said = Files.readAllLines(log);
            Assert.assertEquals(Arrays.toString(command) + "\n" + String.join("\n", said), 0, code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
