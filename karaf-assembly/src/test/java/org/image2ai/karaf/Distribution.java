package org.image2ai.karaf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The packed distribution as an operator has it: unpacked into a folder, run as a process of its own, on free ports. */
final class Distribution implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path home;
    private final int httpPort;
    private Process process;

    private Distribution(Path home, int httpPort) {
        this.home = home;
        this.httpPort = httpPort;
    }

    /** Unpacks into {@code target/distributions/<name>}, emptied before. */
    static Distribution unpack(String name) {
        try {
            Path home = Path.of("target", "distributions", name).toAbsolutePath();
            delete(home);
            Files.createDirectories(home);
            run("tar", "xzf", System.getProperty("distribution"), "-C", home.toString(), "--strip-components=1");
            int http = freePort();
            set(home.resolve("etc/org.ops4j.pax.web.cfg"), "org.osgi.service.http.port", http);
            set(home.resolve("etc/org.apache.karaf.shell.cfg"), "sshPort", freePort());
            return new Distribution(home, http);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server and waits until it is ready. */
    Distribution start() {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
            builder.environment().put("EXTRA_JAVA_OPTS", "-Xmx1g");
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.redirectErrorStream(true)
                    .redirectOutput(home.resolve("out.txt").toFile());
            process = builder.start();
            awaitReady();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void awaitReady() throws IOException {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The server ended: " + Files.readString(home.resolve("out.txt")));
            }
            if (client().isReady()) {
                return;
            }
            Poll.pause();
        }
        throw new IllegalStateException("Not ready in time. Log:\n" + String.join("\n", warnings()));
    }

    /** Ends the process as {@code kill -9} does: at once, with no word of warning. */
    void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    /** Ends the process in good order. */
    void stop() {
        end(ProcessHandle::destroy);
    }

    /** The script that started the server and the server itself: both must be gone before its ports are free. */
    private void end(java.util.function.Consumer<ProcessHandle> how) {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(how);
        try {
            for (ProcessHandle one : all) {
                one.onExit().get(60, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            throw new IllegalStateException("The server did not end.", e);
        }
    }

    /** Where it says whether it is ready. */
    URI health() {
        return URI.create("http://127.0.0.1:" + httpPort + "/health/ready");
    }

    /** A client without credentials. */
    Client client() {
        return new Client(URI.create("http://127.0.0.1:" + httpPort), null);
    }

    /** A client of the first admin. */
    Client admin() {
        return client().with(firstBoot().getProperty("admin.apiKey"));
    }

    Path home() {
        return home;
    }

    ProcessHandle process() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .filter(p -> p.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    Properties firstBoot() {
        try (InputStream in = Files.newInputStream(home.resolve("etc/first-boot.properties"))) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of the log at WARN or ERROR. */
    List<String> warnings() {
        try (Stream<String> lines = Files.lines(home.resolve("data/log/karaf.log"))) {
            return lines.filter(l -> l.contains("| WARN ") || l.contains("| ERROR "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server and leaves of it only what tells what happened: a machine that tests has no disk for thirty. */
    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
        try {
            for (String large :
                    List.of("system", "lib", "deploy", "data/cache", "data/tmp", "data/blobs", "data/backup")) {
                delete(home.resolve(large));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(Path file, String key, int port) throws IOException {
        String text =
                Files.readString(file).replaceAll("(?m)^" + key.replace(".", "\\.") + "\\s*=.*$", key + " = " + port);
        Files.writeString(file, text);
    }

    /** Below those that the system gives to who connects: one of ours would take it before the server comes to it. */
    private static int freePort() throws IOException {
        for (int tries = 0; ; tries++) {
            int port = ThreadLocalRandom.current().nextInt(15_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                if (tries == 100) {
                    throw e;
                }
            }
        }
    }

    private static void run(String... command) throws IOException {
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("failed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

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
