package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bundle that {@code tools/new-provider.mjs} makes, built by Maven without a network. What this build has made is
 * not in the local repository unless somebody installed it, so Maven gets one of its own: links to all that is in the
 * real one, and the platform's own artifacts as they are in the folders beside.
 */
final class NewProvider {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final List<String> NEEDED = List.of("api", "kit", "egress", "tck");

    private final Path work = Path.of("target", "new-provider").toAbsolutePath();
    private final Path repository = work.resolve("repository");
    private final String name;

    NewProvider(String name) {
        this.name = name;
    }

    /** Makes it, runs its tests, and gives its file. */
    Path build(String title) throws IOException {
        delete(work);
        Files.createDirectories(work);
        Path folder = work.resolve("model-" + name);
        run("node", ROOT.resolve("tools/new-provider.mjs").toString(), name, title, folder.toString());
        linkRepository();
        run(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-o",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.legacyLocalRepo=true",
                "spotless:apply",
                "verify",
                "-f",
                folder.toString());
        return folder.resolve("target/model-" + name + "-" + VERSION + ".jar");
    }

    private void linkRepository() throws IOException {
        Path real = Path.of(System.getProperty("maven.repo.local"));
        link(real, repository, "org");
        link(real.resolve("org"), repository.resolve("org"), "image2ai");
        install("image2ai", ROOT.resolve("pom.xml"), ".pom");
        for (String artifact : NEEDED) {
            Path module = ROOT.resolve("bundles").resolve(artifact);
            install(artifact, module.resolve("pom.xml"), ".pom");
            install(artifact, module.resolve("target/" + artifact + "-" + VERSION + ".jar"), ".jar");
        }
        install("egress", ROOT.resolve("bundles/egress/target/egress-" + VERSION + "-tests.jar"), "-tests.jar");
    }

    /** A folder with links to all that is in another but for one. */
    private static void link(Path from, Path to, String but) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(but)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    private void install(String artifact, Path file, String suffix) throws IOException {
        Path folder = repository.resolve("org/image2ai").resolve(artifact).resolve(VERSION);
        Files.createDirectories(folder);
        Files.copy(file, folder.resolve(artifact + "-" + VERSION + suffix), StandardCopyOption.REPLACE_EXISTING);
    }

    private void run(String... command) {
        try {
            Path log = work.resolve("out.txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            int code = builder.start().waitFor();
            assertEquals(String.join(" ", command) + "\n" + Files.readString(log), 0, code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Links are deleted, not followed. */
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
