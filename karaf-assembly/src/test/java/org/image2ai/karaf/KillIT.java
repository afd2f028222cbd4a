package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

/** The process dies at random instants while jobs run: each job ends once, and nothing is left over. */
public class KillIT {
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int JOBS = 10 * KILLS;
    private static final String BODY = "{\"operation\":\"generate\",\"prompt\":\"two cats on a beach\",\"count\":2,"
            + "\"parameters\":{\"width\":768,\"height\":768,\"seed\":%d}}";

    @Test
    public void everyJobEndsOnceHoweverOftenTheServerIsKilled() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Integer, String> ids = new LinkedHashMap<>();
        try (Distribution server = Distribution.unpack("kill").start()) {
            Client person = People.person(server, "kill@example.org");
            People.setCredits(server, person, 3L * JOBS);
            for (int kill = 0; kill < KILLS; kill++) {
                for (int i = kill * JOBS / KILLS; i < (kill + 1) * JOBS / KILLS; i++) {
                    ids.put(i, submit(person, i));
                }
                pause(random.nextInt(2_500));
                server.kill();
                server.start();
                int again = random.nextInt(ids.size());
                assertEquals("a repeated request, seed " + seed, ids.get(again), submit(person, again));
            }
            for (String id : ids.values()) {
                JsonNode job = person.await(id);
                assertEquals(
                        "seed " + seed + ": " + job,
                        "SUCCEEDED",
                        job.get("state").asText());
                assertTrue(job.get("receipt").get("details").get("attempt").asInt() <= KILLS + 1);
            }
            assertEquals(JOBS, People.available(person));
            server.stop();
            try (Books books = new Books(server)) {
                assertEquals(JOBS, books.count("SELECT COUNT(*) FROM gen_job"));
                assertEquals(2L * JOBS, books.assets());
                books.assertJobsAndMoneyAgree();
            }
            sweepsAtOnce(server.home());
            server.start();
            Poll.until(
                    "the removal of what the kills left, seed " + seed,
                    Duration.ofMinutes(1),
                    () -> Books.files(server.home()),
                    files -> files <= 2L * JOBS);
            assertEquals("pictures without their file", 2L * JOBS, Books.files(server.home()));
        }
    }

    private static String submit(Client person, int number) {
        for (int tries = 0; ; tries++) {
            try {
                return person.post("/api/v1/jobs", BODY.formatted(number), "Idempotency-Key", "kill-" + number)
                        .expect(202)
                        .json()
                        .get("id")
                        .asText();
            } catch (UncheckedIOException e) {
                if (tries == 3) {
                    throw e;
                }
            }
        }
    }

    private static void pause(int millis) throws InterruptedException {
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }

    private static void sweepsAtOnce(Path home) throws Exception {
        Path cfg = home.resolve("etc/org.image2ai.library.cfg");
        Files.writeString(cfg, Files.readString(cfg).replaceAll("sweepGraceMinutes = \\d+", "sweepGraceMinutes = 0"));
    }
}
