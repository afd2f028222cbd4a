package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.image2ai.tck.pictures.HostilePictures;
import org.image2ai.tck.pictures.Pictures;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** What careless and hostile clients send to a packed server: a clear word to them, and nothing happens to others. */
public class FaultsIT {
    private static final String FOX = "{\"operation\":\"generate\",\"prompt\":\"a red fox\"}";
    private static Distribution server;
    private static Client person;

    @BeforeClass
    public static void start() {
        server = Distribution.unpack("faults").start();
        person = People.person(server, "faults@example.org");
        People.setCredits(server, person, 1_000);
    }

    @AfterClass
    public static void stop() {
        List<String> warnings = server.warnings();
        server.close();
        assertEquals("the log of a server that did nothing wrong", List.of(), warnings);
    }

    private static Client.Answer upload(byte[] file, String mediaType) {
        return person.send(
                "POST", "/api/v1/assets", BodyPublishers.ofByteArray(file), Map.of("Content-Type", mediaType));
    }

    private static void refuses(String code, String field, Client.Answer answer) {
        JsonNode problem = answer.json();
        assertEquals(answer.text(), code, problem.get("code").asText());
        assertEquals(answer.text(), field, problem.path("field").asText(""));
        assertEquals(answer.text(), 4, answer.status() / 100);
    }

    @Test
    public void refusesHostilePicturesByName() {
        byte[] png = Pictures.png(Pictures.gradient(400, 300));
        refuses(
                "unsupported_image",
                "file",
                upload("%PDF-1.7 no picture".getBytes(StandardCharsets.UTF_8), "image/png"));
        refuses(
                "unsupported_image",
                "file",
                upload("<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8), "image/png"));
        refuses("truncated_image", "file", upload(Arrays.copyOf(png, png.length / 2), "image/png"));
        refuses("image_too_many_pixels", "file", upload(HostilePictures.pngClaiming(50_000, 50_000), "image/png"));
        refuses("animated_image", "file", upload(HostilePictures.gif(2), "image/gif"));
        refuses("truncated_image", "file", upload(HostilePictures.pngClaiming(8_000, 8_000), "image/png"));
    }

    @Test
    public void aBombGoesOffNowhere() {
        byte[] bomb = HostilePictures.pngBomb(100, 100, 800);
        assertTrue(bomb.length < 2_000_000);
        long began = System.nanoTime();
        Client.Answer answer = upload(bomb, "image/png");
        assertTrue(answer.text(), answer.status() == 201 || answer.status() == 400);
        assertTrue(System.nanoTime() - began < Duration.ofSeconds(5).toNanos());
    }

    @Test
    public void takesThePrintersInks() {
        JsonNode asset = upload(HostilePictures.cmykJpeg(255, 255, 0, 0), "image/jpeg")
                .expect(201)
                .json();
        Client.Answer kept = person.get("/api/v1/assets/" + asset.get("id").asText() + "/content");
        int blue = Pictures.decode(kept.expect(200).bytes()).getRGB(8, 8);
        assertTrue(Integer.toHexString(blue), (blue & 0xff) > (blue >> 16 & 0xff));
    }

    @Test
    public void aMaskMustBeOfThePicturesSize() {
        String photo = upload(Pictures.png(Pictures.gradient(64, 64)), "image/png")
                .json()
                .get("id")
                .asText();
        String mask = upload(Pictures.png(Pictures.gradient(32, 64)), "image/png")
                .json()
                .get("id")
                .asText();
        String job = "{\"operation\":\"inpaint\",\"inputs\":[{\"asset\":\"%s\"},{\"asset\":\"%s\",\"role\":\"mask\"}]}";
        refuses("mask_size", "inputs", person.post("/api/v1/jobs", job.formatted(photo, mask)));
    }

    @Test
    public void namesTheFieldThatIsWrong() {
        String start = "{\"operation\":\"generate\",\"prompt\":\"";
        refuses("prompt_too_long", "prompt", person.post("/api/v1/jobs", start + "fox ".repeat(50_000) + "\"}"));
        assertEquals(
                413,
                person.post("/api/v1/jobs", start + "x".repeat(1 << 20) + "\"}").status());
        String with = "{\"operation\":\"generate\",\"prompt\":\"a\",\"parameters\":{%s}}";
        refuses(
                "unknown_parameter",
                "parameters.sharpnes",
                person.post("/api/v1/jobs", with.formatted("\"sharpnes\":1")));
        refuses(
                "invalid_parameter",
                "parameters.width",
                person.post("/api/v1/jobs", with.formatted("\"width\":900000")));
        refuses("unknown_field", "promt", person.post("/api/v1/jobs", "{\"operation\":\"generate\",\"promt\":\"a\"}"));
        refuses("malformed_json", "", person.post("/api/v1/jobs", "[".repeat(10_000) + "]".repeat(10_000)));
        refuses("malformed_json", "", person.post("/api/v1/jobs", "{\"operation\""));
    }

    @Test
    public void wantsUtf8() {
        byte[] latin = "{\"operation\":\"generate\",\"prompt\":\"ein Bär\"}".getBytes(StandardCharsets.ISO_8859_1);
        Client.Answer answer = person.send(
                "POST", "/api/v1/jobs", BodyPublishers.ofByteArray(latin), Map.of("Content-Type", "application/json"));
        refuses("malformed_json", "", answer);
    }

    @Test
    public void aKeyIsForOneRequest() {
        person.post("/api/v1/jobs", FOX, "Idempotency-Key", "faults-1").expect(202);
        Client.Answer other = person.post("/api/v1/jobs", FOX.replace("fox", "wolf"), "Idempotency-Key", "faults-1");
        assertEquals(
                "idempotency_key_reused", other.expect(409).json().get("code").asText());
    }

    @Test
    public void aFloodOfHeadersIsCutOff() throws IOException {
        try (Wire many = new Wire(server.client().base());
                Wire large = new Wire(server.client().base())) {
            StringBuilder headers = new StringBuilder("GET /health/live HTTP/1.1\r\nHost: x\r\n");
            for (int i = 0; i < 2_000; i++) {
                headers.append("X-Flood-").append(i).append(": ").append(i).append("\r\n");
            }
            assertEquals(431, many.say(headers + "\r\n").status());
            assertEquals(
                    431,
                    large.say("GET /health/live HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(60_000) + "\r\n\r\n")
                            .status());
        }
        server.client().get("/health/live").expect(200);
    }

    @Test
    public void slowClientsHoldUpNobody() throws IOException {
        List<Wire> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(new Wire(server.client().base())
                        .say("POST /api/v1/jobs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + person.key()
                                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"));
            }
            person.post("/api/v1/jobs", FOX, "Prefer", "wait=60").expect(200);
        } finally {
            for (Wire wire : slow) {
                wire.leave();
            }
        }
        person.post("/api/v1/jobs", FOX, "Prefer", "wait=60").expect(200);
    }

    @Test
    public void whoLeavesInTheMiddleLeavesNothing() throws IOException {
        String post = " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + person.key();
        for (int i = 0; i < 20; i++) {
            new Wire(server.client().base())
                    .say("POST /api/v1/assets" + post
                            + "\r\nContent-Type: image/png\r\nContent-Length: 900000\r\n\r\nabc")
                    .leave();
            new Wire(server.client().base())
                    .say("POST /v1/images/generations" + post
                            + "\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"prompt\":\"fox\"}")
                    .leave();
        }
        person.post("/api/v1/jobs", FOX, "Prefer", "wait=60").expect(200);
        Poll.until(
                "the jobs of those who left",
                Duration.ofMinutes(1),
                () -> person.get("/api/v1/jobs?limit=100").expect(200).text(),
                jobs -> !jobs.contains("\"QUEUED\"") && !jobs.contains("\"RUNNING\""));
    }

    @Test
    public void aFloodOfJobsWaitsOrIsToldToWait() {
        Client flood = People.person(server, "flood@example.org");
        People.setCredits(server, flood, 5_000);
        int refused = 0;
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 1_050; i++) {
            Client.Answer answer = flood.post("/api/v1/jobs", FOX);
            if (answer.status() == 202) {
                taken.add(answer.json().get("id").asText());
                continue;
            }
            assertEquals(answer.text(), 429, answer.status());
            assertTrue(answer.headers().firstValue("Retry-After").isPresent());
            refused++;
        }
        assertTrue("taken " + taken.size() + ", refused " + refused, taken.size() >= 100);
        person.post("/api/v1/jobs", FOX, "Prefer", "wait=60").expect(200);
        taken.forEach(job -> flood.delete("/api/v1/jobs/" + job));
    }
}
