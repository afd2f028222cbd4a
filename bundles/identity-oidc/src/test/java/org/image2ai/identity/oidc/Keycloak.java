package org.image2ai.identity.oidc;

import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.rules.ExternalResource;

/** A Keycloak of its own for a test class, with the realm {@code image2ai} and in it Ada. */
final class Keycloak extends ExternalResource {
    private static final long BOOT_SECONDS = 300;

    private final Path home;
    private Process process;
    private int port;

    Keycloak(Path home) {
        this.home = home;
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/image2ai";
    }

    @Override
    protected void before() throws Exception {
        assertTrue("no Keycloak in " + home, Files.isDirectory(home));
        Path realm = home.resolve("data/import/image2ai-realm.json");
        Files.createDirectories(realm.getParent());
        try (InputStream in = Keycloak.class.getResourceAsStream("image2ai-realm.json")) {
            Files.copy(in, realm, StandardCopyOption.REPLACE_EXISTING);
        }
        port = freePort();
        process = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm")
                .redirectErrorStream(true)
                .start();
        CompletableFuture<Boolean> listening = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(listening), "keycloak-log");
        reader.setDaemon(true);
        reader.start();
        assertTrue("Keycloak ended before it listened", listening.get(BOOT_SECONDS, TimeUnit.SECONDS));
    }

    /** Reads what it says to the end: a full pipe would stop it. */
    private void read(CompletableFuture<Boolean> listening) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("Listening on:")) {
                    listening.complete(true);
                }
            }
            listening.complete(false);
        } catch (IOException e) {
            listening.completeExceptionally(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The script hands the end on to its Java process, and waits for it. */
    @Override
    protected void after() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
