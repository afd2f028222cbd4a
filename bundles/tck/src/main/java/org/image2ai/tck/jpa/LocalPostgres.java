package org.image2ai.tck.jpa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of this machine's own installation, for one test; empty, on the loopback address only. */
public final class LocalPostgres implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String SERVICE_USER = "postgres";

    private final Path programs;
    private final Path folder;
    private final int port;

    private LocalPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** One that runs; empty where PostgreSQL is not installed, or may not be started here. */
    public static Optional<LocalPostgres> start() {
        return programs().flatMap(LocalPostgres::start);
    }

    /** Where {@code initdb} is: on the path, or where distributions put it; the newest. */
    private static Optional<Path> programs() {
        List<Path> places = new ArrayList<>();
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(Path::of)
                .forEach(places::add);
        if (Files.isDirectory(INSTALLED)) {
            try (Stream<Path> versions = Files.list(INSTALLED)) {
                versions.sorted(Comparator.reverseOrder())
                        .map(version -> version.resolve("bin"))
                        .forEach(places::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return places.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .findFirst();
    }

    private static Optional<LocalPostgres> start(Path programs) {
        try {
            Path folder = Files.createTempDirectory("local-postgres");
            // The server refuses to run as root, so it runs as its own user there, who has to get in.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            LocalPostgres server = new LocalPostgres(programs, folder, freePort());
            if (server.begin()) {
                return Optional.of(server);
            }
            server.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private boolean begin() {
        String data = folder.resolve("data").toString();
        String options = "-h 127.0.0.1 -p " + port + " -k " + folder + " -c fsync=off";
        return run("initdb", "-D", data, "-U", SERVICE_USER, "-A", "trust", "-E", "UTF8", "--no-sync")
                && run(
                        "pg_ctl",
                        "-D",
                        data,
                        "-w",
                        "-o",
                        options,
                        "-l",
                        folder.resolve("log").toString(),
                        "start");
    }

    private boolean run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("runuser", "-u", SERVICE_USER, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(program + ".out").toFile())
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Its database {@code postgres}. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + SERVICE_USER;
    }

    @Override
    public void close() {
        run("pg_ctl", "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
