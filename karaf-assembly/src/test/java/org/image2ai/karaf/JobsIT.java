package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.image2ai.tck.pictures.Pictures;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Jobs over the REST API of one packed server. */
public class JobsIT {
    private static final String FOX =
            "{\"operation\":\"generate\",\"prompt\":\"a red fox\",\"parameters\":{\"width\":256,\"height\":256}}";

    private static Distribution server;
    private static Client person;

    @BeforeClass
    public static void start() {
        server = Distribution.unpack("jobs").start();
        person = People.person(server, "ada@example.org");
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

    private static JsonNode run(Client client, String body) {
        return client.post("/api/v1/jobs", body, "Prefer", "wait=60")
                .expect(200)
                .json();
    }

    private static BufferedImage picture(JsonNode job) {
        assertEquals(job.toString(), "SUCCEEDED", job.get("state").asText());
        String content = job.get("outputs").get(0).get("content").asText();
        return Pictures.decode(person.get(content).expect(200).bytes());
    }

    @Test
    public void makesAPictureOfAPrompt() {
        long before = People.available(person);
        JsonNode job = run(person, FOX);
        BufferedImage made = picture(job);
        assertEquals("256x256", made.getWidth() + "x" + made.getHeight());
        assertEquals("embedded/illustrator", job.get("receipt").get("model").asText());
        assertEquals(1, job.get("receipt").get("credits").asInt());
        assertEquals(before - 1, People.available(person));
    }

    @Test
    public void removesWhatLiesUnderAMask() {
        byte[] photo = Pictures.bytes("photo.jpg");
        String image = person.upload(photo, "image/jpeg");
        String mask = person.upload(Pictures.bytes("photo-mask.png"), "image/png");
        JsonNode job = run(
                person,
                "{\"operation\":\"inpaint\",\"inputs\":[{\"asset\":\"" + image + "\",\"role\":\"image\"},{\"asset\":\""
                        + mask + "\",\"role\":\"mask\"}]}");
        BufferedImage edited = picture(job);
        BufferedImage before = Pictures.decode(photo);
        assertEquals(before.getWidth(), edited.getWidth());
        assertNotEquals("nothing changed", pixels(before), pixels(edited));
    }

    private static int pixels(BufferedImage picture) {
        int[] all = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return java.util.Arrays.hashCode(all);
    }

    @Test
    public void makesAPictureFourTimesAsLarge() {
        BufferedImage small = Pictures.decode(Pictures.bytes("small.jpg"));
        String image = person.upload(Pictures.bytes("small.jpg"), "image/jpeg");
        JsonNode job = run(
                person,
                "{\"operation\":\"upscale\",\"inputs\":[{\"asset\":\"" + image + "\"}],\"parameters\":{\"scale\":4}}");
        BufferedImage large = picture(job);
        assertEquals(4 * small.getWidth(), large.getWidth());
        assertEquals(4 * small.getHeight(), large.getHeight());
    }

    @Test
    public void of120JobsAtOnceExactlyThe40RunThatTheBalanceAffords() throws Exception {
        Client crowd = People.person(server, "crowd@example.org");
        People.setCredits(server, crowd, 40);
        ExecutorService threads = Executors.newFixedThreadPool(120);
        List<Future<Client.Answer>> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            all.add(threads.submit(() -> crowd.post("/api/v1/jobs", FOX)));
        }
        List<Client.Answer> answers = new ArrayList<>();
        for (Future<Client.Answer> one : all) {
            answers.add(one.get());
        }
        threads.shutdown();
        var byStatus = answers.stream().collect(Collectors.groupingBy(Client.Answer::status, Collectors.counting()));
        assertEquals(java.util.Map.of(202, 40L, 402, 80L), byStatus);
        for (Client.Answer answer : answers) {
            if (answer.status() == 202) {
                assertEquals(
                        "SUCCEEDED",
                        crowd.await(answer.json().get("id").asText())
                                .get("state")
                                .asText());
            } else {
                assertEquals("insufficient_credits", answer.json().get("code").asText());
            }
        }
        JsonNode credits = crowd.get("/api/v1/credits").expect(200).json();
        assertEquals(0, credits.get("balance").asInt());
        assertEquals(0, credits.get("available").asInt());
    }

    @Test
    public void theSameKeyGivesTheSameJobAlsoWhenAskedAtOnce() throws Exception {
        long before = People.available(person);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            all.add(threads.submit(() -> person.post("/api/v1/jobs", FOX, "Idempotency-Key", "same")
                    .expect(202)
                    .json()
                    .get("id")
                    .asText()));
        }
        java.util.Set<String> ids = new java.util.HashSet<>();
        for (Future<String> one : all) {
            ids.add(one.get());
        }
        threads.shutdown();
        assertEquals(1, ids.size());
        person.await(ids.iterator().next());
        assertEquals(before - 1, People.available(person));
        Client.Answer other = person.post("/api/v1/jobs", FOX.replace("fox", "cat"), "Idempotency-Key", "same");
        assertEquals(
                "idempotency_key_reused", other.expect(409).json().get("code").asText());
    }

    @Test
    public void aCancelledJobCostsNothing() {
        long before = People.available(person);
        String slow = "{\"operation\":\"generate\",\"prompt\":\"a city\",\"count\":10,"
                + "\"parameters\":{\"width\":2048,\"height\":2048}}";
        String id =
                person.post("/api/v1/jobs", slow).expect(202).json().get("id").asText();
        assertTrue(java.util.Set.of(200, 202)
                .contains(person.delete("/api/v1/jobs/" + id).status()));
        JsonNode job = person.await(id);
        assertEquals("CANCELLED", job.get("state").asText());
        assertEquals("FAILED", job.get("outputs").get(0).get("status").asText());
        assertEquals(before, People.available(person));
        person.delete("/api/v1/jobs/" + id).expect(409);
    }

    @Test
    public void tellsOfAJobUntilItsEndAndNotAgain() {
        String id =
                person.post("/api/v1/jobs", FOX).expect(202).json().get("id").asText();
        String events = person.get("/api/v1/jobs/" + id + "/events").expect(200).text();
        assertTrue(events, events.contains("event: state") && events.contains("\"state\":\"SUCCEEDED\""));
        List<String> ids = events.lines()
                .filter(l -> l.startsWith("id: "))
                .map(l -> l.substring(4))
                .toList();
        Client.Answer again = person.send(
                "GET",
                "/api/v1/jobs/" + id + "/events",
                java.net.http.HttpRequest.BodyPublishers.noBody(),
                java.util.Map.of("Last-Event-ID", ids.get(ids.size() - 1)));
        again.expect(204);
    }

    @Test
    public void refusesByNameWhatCannotBeDone() {
        assertField("operation", "{\"operation\":\"fly\"}");
        assertField("prompt", "{\"operation\":\"generate\"}");
        assertField("model", "{\"operation\":\"generate\",\"model\":\"no/such\",\"prompt\":\"x\"}");
        assertField("parameters.width", FOX.replace("\"width\":256", "\"width\":99999"));
        assertField("parameters.steps", FOX.replace("\"width\":256", "\"steps\":20"));
        assertField("count", FOX.replace("{\"operation\"", "{\"count\":0,\"operation\""));
        assertField("inputs", "{\"operation\":\"upscale\"}");
    }

    private static void assertField(String field, String body) {
        JsonNode problem = person.post("/api/v1/jobs", body).expect(400).json();
        assertEquals(problem.toString(), field, problem.path("field").asText());
    }

    @Test
    public void hidesJobsOfAnother() {
        JsonNode job = run(person, FOX);
        String id = job.get("id").asText();
        String asset = job.get("outputs").get(0).get("asset").asText();
        Client stranger = People.person(server, "mallory@example.org");
        stranger.get("/api/v1/jobs/" + id).expect(404);
        stranger.get("/api/v1/jobs/" + id + "/events").expect(404);
        stranger.delete("/api/v1/jobs/" + id).expect(404);
        stranger.post("/api/v1/jobs", "{\"operation\":\"upscale\",\"inputs\":[{\"asset\":\"" + asset + "\"}]}")
                .expect(404);
        stranger.post("/api/v1/admin/credits", "{\"account\":\"acc_x\",\"credits\":5}")
                .expect(403);
        assertEquals(
                0, stranger.get("/api/v1/jobs").expect(200).json().get("items").size());
    }

    @Test
    public void saysBeforehandWhatAJobCosts() {
        JsonNode estimate = person.post(
                        "/api/v1/jobs/estimate", FOX.replace("{\"operation\"", "{\"count\":4,\"operation\""))
                .expect(200)
                .json();
        assertEquals(4, estimate.get("credits").asInt());
        assertEquals("embedded/illustrator", estimate.get("model").asText());
        Client.Answer poor =
                person.post("/api/v1/jobs", FOX.replace("{\"operation\"", "{\"creditCeiling\":0.5,\"operation\""));
        assertEquals("price_ceiling", poor.json().get("code").asText());
    }
}
