package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.tools.Server;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The database goes away under jobs and comes back: requests fail with a word, jobs and money come to their end. */
public class DatabaseIT {
    private static final int JOBS = 20;
    private static final String FOX = "{\"operation\":\"generate\",\"prompt\":\"a red fox\"}";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Server database(int port) throws Exception {
        return Server.createTcpServer(
                        "-tcpPort",
                        "" + port,
                        "-ifNotExists",
                        "-baseDir",
                        folder.getRoot().toString())
                .start();
    }

    @Test
    public void nothingIsLostWhenTheDatabaseIsStartedAnew() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Server database = database(port);
        Distribution distribution = Distribution.unpack("database");
        Path cfg = distribution.home().resolve("etc/org.image2ai.datasource.cfg");
        String url = "url = jdbc:h2:tcp://127.0.0.1:" + port + "/./image2ai;WRITE_DELAY=0";
        Files.writeString(cfg, Files.readString(cfg).replaceAll("(?m)^#? ?url *=.*$", url));
        try (Distribution server = distribution.start()) {
            Client person = People.person(server, "database@example.org");
            People.setCredits(server, person, 100);
            for (int i = 0; i < JOBS; i++) {
                person.post("/api/v1/jobs", FOX, "Idempotency-Key", "database-" + i)
                        .expect(202);
            }
            database.stop();
            Poll.until("health turns red", Duration.ofSeconds(60), server.client()::isReady, ready -> !ready);
            Client.Answer answer = person.post("/api/v1/jobs", FOX).expect(503);
            assertEquals("database_unavailable", answer.json().get("code").asText());
            assertTrue(answer.headers().firstValue("Retry-After").isPresent());
            server.client().get("/health/live").expect(200);

            database = database(port);
            Poll.until("health turns green", Duration.ofSeconds(60), server.client()::isReady, ready -> ready);
            for (int i = 0; i < JOBS; i++) {
                String id = joined(person, "database-" + i);
                JsonNode job = person.await(id);
                assertEquals(job.toString(), "SUCCEEDED", job.get("state").asText());
            }
            assertEquals(100 - JOBS, People.available(person));
        } finally {
            database.stop();
        }
    }

    /** A client that tries again, as Retry-After asks it to: a connection or two may still be of before. */
    private static String joined(Client person, String key) {
        return Poll.until(
                        "an answer",
                        Duration.ofSeconds(20),
                        () -> person.post("/api/v1/jobs", FOX, "Idempotency-Key", key),
                        answer -> answer.status() != 503)
                .expect(202)
                .json()
                .get("id")
                .asText();
    }
}
