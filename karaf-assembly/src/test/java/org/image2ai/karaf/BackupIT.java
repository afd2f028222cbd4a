package org.image2ai.karaf;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;

/** A backup of a server at work, restored into a fresh one. */
public class BackupIT {
    private static final int JOBS = 6;
    private static final String JOB = "{\"operation\":\"generate\",\"prompt\":\"two cats\",\"count\":2,"
            + "\"parameters\":{\"width\":768,\"height\":768}}";

    @Test
    public void keepsKeysPicturesJobsAndMoney() throws Exception {
        try (Distribution old = Distribution.unpack("backup").start();
                Distribution fresh = Distribution.unpack("restored")) {
            Client person = People.person(old, "ada@example.org");
            People.setCredits(old, person, 100);
            String asset = person.upload(Pictures.bytes("photo.jpg"), "image/jpeg");
            byte[] picture = content(person, asset);
            List<String> jobs = IntStream.range(0, JOBS)
                    .mapToObj(i -> person.post("/api/v1/jobs", JOB)
                            .expect(202)
                            .json()
                            .get("id")
                            .asText())
                    .toList();
            Path file = old.home().resolve("data/backup/all.zip");
            String made = new Shell(old, old.firstBoot()).run("image2ai:backup " + file);
            assertTrue(made, made.contains("tables with"));
            jobs.forEach(person::await);
            assertEquals("a clean log while a backup is made", List.of(), old.warnings());
            old.stop();

            fresh.start();
            Shell shell = new Shell(fresh, fresh.firstBoot());
            shell.run("image2ai:backup-verify " + file);
            refusesWhatIsCorrupt(shell, file);
            assertTrue(shell.refused("image2ai:restore " + file).contains("not_confirmed"));
            String restored = shell.run("image2ai:restore --yes " + file);
            assertTrue(restored, restored.contains("Restart the server"));
            JsonNode health = fresh.client().get("/health/ready").expect(503).json();
            assertTrue(health.toString(), health.get("missing").toString().contains("a restart after the restore"));
            fresh.stop();
            fresh.start();
            assertPerson(fresh.client().with(person), asset, picture, jobs);
            assertActs(fresh.client().with(old.firstBoot().getProperty("admin.apiKey")), shell);
            fresh.stop();
            try (Books books = new Books(fresh)) {
                books.assertJobsAndMoneyAgree();
                assertEquals(2L * JOBS + 1, books.assets());
            }
        }
    }

    private static void assertPerson(Client again, String asset, byte[] picture, List<String> jobs) {
        assertEquals(
                "ada@example.org",
                again.get("/api/v1/me").expect(200).json().get("email").asText());
        assertArrayEquals(picture, content(again, asset));
        for (String job : jobs) {
            assertEquals("SUCCEEDED", again.await(job).get("state").asText());
        }
        assertEquals(100 - 2 * JOBS, People.available(again));
        again.get("/api/v1/admin/audit").expect(403);
    }

    private static void assertActs(Client admin, Shell shell) {
        JsonNode acts = admin.get("/api/v1/admin/audit").expect(200).json().get("items");
        assertEquals("admin:backup:restore", acts.get(0).get("action").asText());
        assertEquals("admin:backup:create", acts.get(1).get("action").asText());
        JsonNode made =
                admin.get("/api/v1/admin/audit?action=admin:account:create").json();
        assertEquals(1, made.get("items").size());
        String whole = shell.run("image2ai:audit-verify");
        assertTrue(whole, whole.contains("whole"));
    }

    private static void refusesWhatIsCorrupt(Shell shell, Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Path bad = file.resolveSibling("bad.zip");
        Files.write(bad, bytes);
        assertTrue(shell.refused("image2ai:restore --yes " + bad).contains("backup_corrupt"));
    }

    private static byte[] content(Client person, String asset) {
        return person.get("/api/v1/assets/" + asset + "/content").expect(200).bytes();
    }
}
