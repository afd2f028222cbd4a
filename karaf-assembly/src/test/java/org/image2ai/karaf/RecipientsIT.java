package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Who outside got something of a person, and who did not: a copy and an erasure on the packed server name the first only. */
public class RecipientsIT {
    private static final String REQUESTS = "/api/v1/privacy/requests/";
    private static final String ADMIN = "/api/v1/admin/privacy/requests/";
    private static final String ACME = "The server that the operator configured: 127.0.0.1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static PictureServer vendor;
    private static Distribution server;
    private static Path account;

    @BeforeClass
    public static void start() throws IOException {
        vendor = new PictureServer();
        Distribution packed = Distribution.unpack("recipients");
        account = packed.home().resolve("etc/org.image2ai.model.openai.compatible-acme.cfg");
        Files.writeString(
                account,
                "id = acme\nbaseUrl = http://127.0.0.1:" + vendor.port()
                        + "/v1\negress.allowPrivate = true\nmodels = m=0\n");
        server = packed.start();
        Poll.until(
                "the vendor's model",
                PATIENCE,
                () -> server.admin().get("/api/v1/models").expect(200).text(),
                models -> models.contains("acme/m"));
    }

    @AfterClass
    public static void stop() throws IOException {
        server.close();
        vendor.close();
    }

    private static Client person(String email, String model) {
        Client person = People.person(server, email);
        JsonNode job = person.post(
                        "/api/v1/jobs",
                        "{\"operation\":\"generate\",\"prompt\":\"a fox\",\"model\":\"" + model + "\",\"count\":4}",
                        "Prefer",
                        "wait=60")
                .expect(200)
                .json();
        assertEquals(job.toString(), "SUCCEEDED", job.get("state").asText());
        return person;
    }

    private static JsonNode end(Client client, String path) {
        return Poll.until(
                "the end of " + path,
                PATIENCE,
                () -> client.get(path).expect(200).json(),
                view -> Set.of("COMPLETE", "PENDING_EXTERNAL", "VERIFICATION_FAILED")
                        .contains(view.get("state").asText()));
    }

    /** Names of those in the manifest of a person's copy of whom it is certain. */
    private static Set<String> recipients(Client person) throws IOException {
        String id = person.post(REQUESTS, "{\"type\":\"access\"}")
                .expect(202)
                .json()
                .get("id")
                .asText();
        String export = end(person, REQUESTS + id).get("exportId").asText();
        Path zip = Files.createTempFile("recipients", ".zip");
        try {
            Files.write(
                    zip,
                    person.get("/api/v1/privacy/exports/" + export).expect(200).bytes());
            try (ZipFile copy = new ZipFile(zip.toFile())) {
                JsonNode manifest = new ObjectMapper().readTree(copy.getInputStream(copy.getEntry("manifest.json")));
                Set<String> names = new TreeSet<>();
                manifest.get("recipients").forEach(one -> {
                    if (one.get("received").asText().equals("YES")) {
                        names.add(one.get("name").asText());
                    }
                });
                assertFalse(
                        "nothing is only possible of vendors",
                        manifest.get("recipients").toString().contains("org.image2ai.model-openai\""));
                return names;
            }
        } finally {
            Files.delete(zip);
        }
    }

    private static Set<String> followed(Client person) {
        JsonNode asked =
                person.post(REQUESTS, "{\"type\":\"erasure\"}").expect(202).json();
        String id = asked.get("id").asText();
        person.post(REQUESTS + id + "/confirm", "{\"password\":\"" + People.PASSWORD + "\"}")
                .expect(202);
        JsonNode end = end(server.admin(), ADMIN + id);
        assertEquals(end.toString(), "COMPLETE", end.get("state").asText());
        Set<String> names = new TreeSet<>();
        end.get("external").forEach(task -> names.add(task.get("recipient").asText()));
        return names;
    }

    @Test
    public void aCopyAndAnErasureNameOnlyWhoGotSomethingAlsoWhenItsAccountIsGone() throws IOException {
        Client outside = person("outside@example.org", "acme/m");
        Client inside = person("inside@example.org", "embedded/illustrator");
        assertEquals(Set.of(ACME), recipients(outside));
        assertEquals(Set.of(), recipients(inside));
        Files.delete(account);
        Poll.until(
                "the vendor to be gone",
                PATIENCE,
                () -> server.admin().get("/api/v1/models").expect(200).text(),
                models -> !models.contains("acme/m"));
        assertTrue(followed(outside).contains(ACME));
        assertFalse(followed(inside).contains(ACME));
    }

    @Test
    public void theRegisterNamesMailServersAndWebhooks() {
        String register = server.client().get("/privacy/processors").expect(200).text();
        assertTrue(register, register.contains("The mail server that the operator configured"));
        assertTrue(register, register.contains("The server of a webhook that the person named"));
    }
}
