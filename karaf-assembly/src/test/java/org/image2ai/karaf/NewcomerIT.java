package org.image2ai.karaf;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** What a newcomer does, and what a stranger tries, on one freshly unpacked server. */
public class NewcomerIT {
    private static Distribution server;
    private static Client person;

    @BeforeClass
    public static void start() {
        server = Distribution.unpack("newcomer").start();
        person = People.person(server, "ada@example.org");
    }

    @AfterClass
    public static void stop() {
        List<String> warnings = server.warnings();
        server.close();
        assertEquals("the log of a server that did nothing wrong", List.of(), warnings);
    }

    @Test
    public void givesAPictureBackAsItWas() throws IOException {
        String asset = person.upload(gradient(40, 30), "image/png");
        byte[] bytes =
                person.get("/api/v1/assets/" + asset + "/content").expect(200).bytes();
        BufferedImage sent = ImageIO.read(new ByteArrayInputStream(gradient(40, 30)));
        BufferedImage got = ImageIO.read(new ByteArrayInputStream(bytes));
        assertArrayEquals(sent.getRGB(0, 0, 40, 30, null, 0, 40), got.getRGB(0, 0, 40, 30, null, 0, 40));
        person.delete("/api/v1/assets/" + asset).expect(204);
        person.get("/api/v1/assets/" + asset).expect(404);
    }

    @Test
    public void refusesWhatIsNoPicture() {
        Client.Answer answer = person.send(
                "POST",
                "/api/v1/assets",
                java.net.http.HttpRequest.BodyPublishers.ofString("<svg xmlns='http://www.w3.org/2000/svg'/>"),
                java.util.Map.of("Content-Type", "image/svg+xml"));
        assertEquals("unsupported_image", problem(answer, 400).get("code").asText());
    }

    @Test
    public void hidesWhatBelongsToAnother() throws IOException {
        String asset = person.upload(gradient(16, 16), "image/png");
        Client stranger = People.person(server, "mallory@example.org");
        stranger.get("/api/v1/assets/" + asset).expect(404);
        stranger.get("/api/v1/assets/" + asset + "/content").expect(404);
        stranger.delete("/api/v1/assets/" + asset).expect(404);
        stranger.get("/api/v1/admin/accounts").expect(403);
        server.client().get("/api/v1/assets").expect(401);
        server.client().with("i2a_" + "A".repeat(43)).get("/api/v1/assets").expect(401);
        person.get("/api/v1/assets/" + asset).expect(200);
    }

    @Test
    public void answersEveryMistakeWithAProblem() {
        Client admin = server.admin();
        problem(person.get("/api/v1/nothing"), 404);
        problem(person.delete("/api/v1/me"), 405);
        problem(admin.post("/api/v1/admin/accounts", "{\"email\":"), 400);
        problem(admin.post("/api/v1/admin/accounts", "{\"name\":\"" + "x".repeat(2_000_000) + "\"}"), 413);
        problem(admin.post("/api/v1/admin/accounts", "<a/>", "Content-Type", "application/xml"), 415);
        JsonNode refused = problem(admin.post("/api/v1/admin/accounts", "{\"emial\":\"a@b.c\"}"), 400);
        assertEquals("emial", refused.get("field").asText());
    }

    @Test
    public void keepsNothingOfAChild() {
        Client admin = server.admin();
        String child = "{\"email\":\"kid@example.org\",\"name\":\"K\",\"birthDate\":\"2024-01-01\"}";
        assertEquals(
                "under_age",
                problem(admin.post("/api/v1/admin/accounts", child), 403)
                        .get("code")
                        .asText());
        assertTrue(!admin.get("/api/v1/admin/accounts?limit=200").text().contains("kid@"));
    }

    @Test
    public void endsAKeyAtOnce() {
        Client leaver = People.person(server, "leaver@example.org");
        String id = leaver.get("/api/v1/me").expect(200).json().get("id").asText();
        String keys = "/api/v1/admin/accounts/" + id + "/api-keys";
        String key =
                server.admin().get(keys).json().get("items").get(0).get("id").asText();
        server.admin().delete(keys + "/" + key).expect(204);
        leaver.get("/api/v1/me").expect(401);
    }

    @Test
    public void describesItself() {
        JsonNode document = server.client().get("/api/openapi.json").expect(200).json();
        assertTrue(document.get("openapi").asText().startsWith("3."));
        for (String path : List.of("/api/v1/assets", "/api/v1/me", "/api/v1/admin/accounts", "/health/ready")) {
            assertTrue(path, document.get("paths").has(path));
        }
        assertTrue(server.client().get("/api/docs").expect(200).text().contains("swagger"));
        assertTrue(server.client().get("/metrics").expect(200).text().contains("jvm_memory_used_bytes"));
    }

    @Test
    public void writesRandomCredentialsThatOnlyTheOwnerCanRead() throws IOException {
        assertEquals(
                new TreeSet<>(Set.of("admin.email", "admin.password", "admin.apiKey", "shell.user", "shell.password")),
                new TreeSet<>(server.firstBoot().stringPropertyNames()));
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(server.home().resolve("etc/first-boot.properties")));
    }

    private static JsonNode problem(Client.Answer answer, int status) {
        assertEquals(
                "application/problem+json",
                answer.expect(status).headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.headers().firstValue("X-Request-Id").isPresent());
        return answer.json();
    }

    private static byte[] gradient(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x * 255 / width << 16 | y * 255 / height << 8 | 90);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
