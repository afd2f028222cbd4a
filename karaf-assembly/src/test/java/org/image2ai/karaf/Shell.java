package org.image2ai.karaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.Assert;

/** The shell of a server, by its own client. Its input stays open: at an end of it the client would run nothing. */
final class Shell {
    private static final int SECONDS = 120;

    private final Distribution server;
    private final Properties user;

    /** @param user {@code shell.user} and {@code shell.password} */
    Shell(Distribution server, Properties user) {
        this.server = server;
        this.user = user;
    }

    /** Runs a command that succeeds. @return what it printed */
    String run(String command) {
        return run(command, true);
    }

    /** Runs a command that is refused. @return what it printed */
    String refused(String command) {
        return run(command, false);
    }

    private String run(String command, boolean good) {
        ProcessBuilder client = new ProcessBuilder(
                server.home().resolve("bin/client").toString(),
                "-u",
                user.getProperty("shell.user"),
                "-p",
                user.getProperty("shell.password"),
                command);
        client.environment().put("JAVA_HOME", System.getProperty("java.home"));
        client.redirectErrorStream(true);
        try {
            Process process = client.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Assert.assertTrue(command, process.waitFor(SECONDS, TimeUnit.SECONDS));
            Assert.assertEquals(said, good, process.exitValue() == 0);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
