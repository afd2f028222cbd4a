package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.image2ai.tck.pictures.Pictures;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Review of content on one packed server: what is refused, what waits for a person, and what becomes of it. */
public class ModerationIT {
    private static final String FOX =
            "{\"operation\":\"generate\",\"prompt\":\"a red fox\",\"parameters\":{\"width\":256,\"height\":256}}";
    private static final String BEHEADING = "a beheading, photo";

    private static Distribution server;

    @BeforeClass
    public static void start() {
        server = Distribution.unpack("moderation").start();
    }

    @AfterClass
    public static void stop() throws Exception {
        List<String> warnings = server.warnings();
        server.stop();
        try (Books books = new Books(server)) {
            books.assertJobsAndMoneyAgree();
        }
        server.close();
        assertEquals("the log of a server that did nothing wrong", List.of(), warnings);
    }

    private static String job(String prompt) {
        return FOX.replace("a red fox", prompt);
    }

    private static JsonNode refused(Client person, String prompt) {
        return person.post("/api/v1/jobs", job(prompt)).expect(400).json();
    }

    private static void set(String key, String value) {
        new Shell(server, server.firstBoot())
                .run("config:property-set -p org.image2ai.moderation " + key + " \"" + value + "\"");
    }

    @Test
    public void aRefusedPromptCostsNothingAndSaysWhyAndHowToAppeal() {
        Client person = People.person(server, "prompt@example.org");
        long before = People.available(person);
        JsonNode problem = refused(person, BEHEADING);
        assertEquals("content_refused", problem.get("code").asText());
        assertEquals("prompt", problem.get("field").asText());
        assertEquals("violence", problem.get("details").get("category").asText());
        assertEquals(before, People.available(person));
        assertEquals(0, person.get("/api/v1/jobs").json().get("items").size());
        String appeal = problem.get("details").get("appeal").asText();
        assertEquals(
                "appealed",
                person.post(appeal, "{\"message\":\"It is a play.\"}")
                        .expect(200)
                        .json()
                        .get("state")
                        .asText());
        Client stranger = People.person(server, "stranger@example.org");
        stranger.get(problem.get("details").get("review").asText()).expect(404);
        stranger.post(appeal, "{\"message\":\"x\"}").expect(404);
        stranger.get("/api/v1/admin/reviews").expect(403);
    }

    @Test
    public void whatAModeratorLetsThroughPassesForThatPerson() {
        Client person = People.person(server, "cleared@example.org");
        JsonNode problem = refused(person, "eine Enthauptung im Theater");
        String id = problem.get("details").get("review").asText().replaceAll(".*/", "");
        JsonNode standing = person.get("/api/v1/reviews/standing").expect(200).json();
        assertEquals(1, standing.get("points").asInt());
        String said = new Shell(server, server.firstBoot()).run("image2ai:review-approve --note Theater " + id);
        assertTrue(said, said.contains(id + " is approved"));
        assertEquals(
                0, person.get("/api/v1/reviews/standing").json().get("points").asInt());
        person.post("/api/v1/jobs", job("eine Enthauptung im Theater")).expect(202);
        refused(person, "eine Enthauptung im Kino");
        assertTrue(server.admin().get("/api/v1/admin/audit").text().contains("admin:moderation:approve"));
    }

    @Test
    public void tooManyStrikesSuspendAnAccount() {
        Client person = People.person(server, "suspended@example.org");
        refused(person, "white power poster");
        refused(person, "heil hitler banner");
        refused(person, BEHEADING);
        JsonNode problem = person.post("/api/v1/jobs", FOX).expect(403).json();
        assertEquals("account_suspended_for_content", problem.get("code").asText());
        assertTrue(problem.toString(), problem.get("details").has("until"));
        byte[] photo = Pictures.bytes("small.jpg");
        person.send("POST", "/api/v1/assets", BodyPublishers.ofByteArray(photo), Map.of("Content-Type", "image/jpeg"))
                .expect(403);
        person.get("/api/v1/reviews").expect(200);
    }

    @Test
    public void clientsOfOpenAiSeeItsOwnError() {
        Client person = People.person(server, "openai@example.org");
        JsonNode error = person.post(
                        "/v1/images/generations", "{\"prompt\":\"" + BEHEADING + "\",\"moderation\":\"low\"}")
                .expect(400)
                .json()
                .get("error");
        assertEquals("moderation_blocked", error.get("code").asText());
        assertEquals("image_generation_user_error", error.get("type").asText());
        assertEquals("prompt", error.get("param").asText());
    }

    @Test
    public void photographsPass() {
        Client person = People.person(server, "photo@example.org");
        person.upload(Pictures.bytes("photo.jpg"), "image/jpeg");
        person.upload(Pictures.bytes("small.jpg"), "image/jpeg");
        JsonNode done = person.post("/api/v1/jobs", FOX, "Prefer", "wait=60")
                .expect(200)
                .json();
        assertEquals(done.toString(), "SUCCEEDED", done.get("state").asText());
        assertFalse(done.get("receipt").get("details").has("withheld"));
    }

    @Test
    public void aHeldPictureWaitsForAPersonAndThenComesIntoTheLibrary() {
        Client person = People.person(server, "held@example.org");
        set("pictureHold", "sexual=0.0");
        try {
            long before = People.available(person);
            JsonNode failed = Poll.until(
                    "a picture to be held",
                    Duration.ofMinutes(1),
                    () -> person.post("/api/v1/jobs", FOX, "Prefer", "wait=60").json(),
                    job -> job.path("error").path("code").asText().equals("content_held"));
            assertTrue(failed.toString(), People.available(person) >= before - 5);
            JsonNode mine = person.get("/api/v1/reviews").json().get("items").get(0);
            assertEquals("held", mine.get("state").asText());
            assertEquals(failed.get("id").asText(), mine.get("job").asText());
            decide(person, mine.get("id").asText());
        } finally {
            set("pictureHold", "sexual=0.75");
        }
    }

    private static void decide(Client person, String id) {
        Client admin = server.admin();
        String address = "/api/v1/admin/reviews/" + id;
        assertTrue(admin.get("/api/v1/admin/reviews").expect(200).text().contains(id));
        byte[] picture = admin.get(address + "/picture").expect(200).bytes();
        assertEquals(256, Pictures.decode(picture).getWidth());
        int pictures = person.get("/api/v1/assets").json().get("items").size();
        JsonNode approved = admin.post(address + "/approve", "{\"note\":\"fine\"}")
                .expect(200)
                .json();
        String asset = approved.get("review").get("asset").asText();
        assertEquals(
                pictures + 1, person.get("/api/v1/assets").json().get("items").size());
        byte[] kept =
                person.get("/api/v1/assets/" + asset + "/content").expect(200).bytes();
        assertEquals(256, Pictures.decode(kept).getWidth());
        // It cost nothing, and the books count a credit for every picture that is there.
        person.delete("/api/v1/assets/" + asset).expect(204);
        admin.get(address + "/picture").expect(404);
        admin.post(address + "/reject", "{}").expect(409);
    }

    @Test
    public void aReviewerThatIsAwayMakesJobsWait() {
        Client person = People.person(server, "waits@example.org");
        Shell shell = new Shell(server, server.firstBoot());
        shell.run("bundle:stop org.image2ai.moderation-nsfw");
        try {
            Client.Answer answer = person.post("/api/v1/jobs", FOX).expect(503);
            assertEquals("review_unavailable", answer.json().get("code").asText());
            assertTrue(answer.headers().firstValue("Retry-After").isPresent());
            assertFalse(server.client().isReady());
        } finally {
            shell.run("bundle:start org.image2ai.moderation-nsfw");
        }
        Poll.until(
                "the server to be ready",
                Duration.ofSeconds(30),
                () -> server.client().isReady(),
                ready -> ready);
        JsonNode done = person.post("/api/v1/jobs", FOX, "Prefer", "wait=60")
                .expect(200)
                .json();
        assertEquals(done.toString(), "SUCCEEDED", done.get("state").asText());
    }
}
