package org.image2ai.karaf;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipFile;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;

/** A backup of a server at work, restored into a fresh one. */
public class BackupIT {
    private static final int AT_ONCE = 6;
    private static final long CREDITS = 1000;
    private static final String JOB = "{\"operation\":\"generate\",\"prompt\":\"two cats\",\"count\":2,"
            + "\"parameters\":{\"width\":512,\"height\":512}}";

    @Test
    public void keepsKeysPicturesJobsAndMoney() throws Exception {
        try (Distribution old = Distribution.unpack("backup").start();
                Distribution fresh = Distribution.unpack("restored")) {
            Client person = People.person(old, "ada@example.org");
            People.setCredits(old, person, CREDITS);
            String asset = person.upload(Pictures.bytes("photo.jpg"), "image/jpeg");
            byte[] picture = content(person, asset);
            Path file = old.home().resolve("data/backup/all.zip");
            backUpAtWork(old, person, file);
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
            assertTrue(health.toString(), health.toString().contains("a restart after the restore"));
            fresh.stop();
            fresh.start();
            assertPerson(fresh.client().with(person), asset, picture);
            assertActs(fresh.client().with(old.firstBoot().getProperty("admin.apiKey")), shell);
            fresh.stop();
            try (Books books = new Books(fresh)) {
                books.assertJobsAndMoneyAgree();
            }
        }
    }

    /** Jobs are begun and ended all the time that the backup takes. */
    private static void backUpAtWork(Distribution server, Client person, Path file) throws Exception {
        Shell shell = new Shell(server, server.firstBoot());
        CompletableFuture<String> backup = CompletableFuture.supplyAsync(() -> shell.run("image2ai:backup " + file));
        List<String> jobs = new ArrayList<>();
        while (!backup.isDone()) {
            jobs.add(submit(person));
            if (jobs.size() > AT_ONCE) {
                person.await(jobs.get(jobs.size() - AT_ONCE));
            }
        }
        assertTrue(backup.get(), backup.get().contains("tables with"));
        jobs.forEach(person::await);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream rows = zip.getInputStream(zip.getEntry("tables/gen_job.jsonl"))) {
            String states = new String(rows.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue("some had ended", states.contains("\"SUCCEEDED\""));
            assertTrue("some had not", states.contains("\"QUEUED\"") || states.contains("\"RUNNING\""));
        }
    }

    private static String submit(Client person) {
        return person.post("/api/v1/jobs", JOB).expect(202).json().get("id").asText();
    }

    /** What had not ended when the backup was made ends here, once, with its money. */
    private static void assertPerson(Client again, String asset, byte[] picture) {
        assertEquals(
                "ada@example.org",
                again.get("/api/v1/me").expect(200).json().get("email").asText());
        assertArrayEquals(picture, content(again, asset));
        JsonNode jobs = again.get("/api/v1/jobs?limit=200").expect(200).json().get("items");
        for (JsonNode job : jobs) {
            JsonNode ended = again.await(job.get("id").asText());
            assertEquals("SUCCEEDED", ended.get("state").asText());
            for (JsonNode output : ended.get("outputs")) {
                again.get(output.get("content").asText()).expect(200);
            }
        }
        assertEquals(CREDITS - 2L * jobs.size(), People.available(again));
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
