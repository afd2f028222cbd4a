package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.image2ai.tck.pictures.Pictures;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Privacy requests of one packed server, with plain HTTP and the shell. */
public class PrivacyIT {
    private static final String REQUESTS = "/api/v1/privacy/requests";
    private static final String ADMIN = "/api/v1/admin/privacy/requests";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> OVER = Set.of("COMPLETE", "PENDING_EXTERNAL", "VERIFICATION_FAILED", "REFUSED");

    private static Distribution server;

    @BeforeClass
    public static void start() {
        server = Distribution.unpack("privacy").start();
    }

    @AfterClass
    public static void stop() {
        List<String> warnings = server.warnings();
        server.stop();
        server.close();
        assertEquals("the log of a server that did nothing wrong", List.of(), warnings);
    }

    private static JsonNode ask(Client client, String type, String scope) {
        return client.post(REQUESTS, "{\"type\":\"" + type + "\",\"scope\":" + scope + "}")
                .expect(202)
                .json();
    }

    private static JsonNode end(Client client, String path) {
        return Poll.until(
                "the end of " + path,
                PATIENCE,
                () -> client.get(path).expect(200).json(),
                view -> OVER.contains(view.get("state").asText()));
    }

    /** Somebody with a picture of their own, and one that a model made of their words. */
    private static Client person(String email, String canary) {
        Client person = People.person(server, email);
        person.upload(Pictures.bytes("photo.jpg"), "image/jpeg");
        person.post(
                        "/api/v1/jobs",
                        "{\"operation\":\"generate\",\"prompt\":\"" + canary
                                + "\",\"parameters\":{\"width\":256,\"height\":256}}",
                        "Prefer",
                        "wait=60")
                .expect(200);
        return person;
    }

    @Test
    public void anErasureDoesWhatItsPlanSaidAndLeavesNothing() {
        String canary = "zebrafinch-canary";
        Client person = person("erased@example.org", canary);
        String account = person.get("/api/v1/me").expect(200).json().get("id").asText();
        JsonNode asked = ask(person, "erasure", "{}");
        assertEquals("PLANNED", asked.get("state").asText());
        assertFalse(asked.toString(), asked.get("plan").get("items").isEmpty());
        assertFalse("it says all", asked.toString().contains("UNKNOWN"));
        String id = asked.get("id").asText();
        String digest = asked.get("plan").get("digest").asText();
        person.post(REQUESTS + "/" + id + "/confirm", yes("other")).expect(409);
        Client.Answer byKeyAlone = person.post(REQUESTS + "/" + id + "/confirm", "{\"plan\":\"" + digest + "\"}")
                .expect(403);
        assertEquals(
                "recent_authentication_required", byKeyAlone.json().get("code").asText());
        JsonNode confirmed = person.post(REQUESTS + "/" + id + "/confirm", yes(digest))
                .expect(202)
                .json();
        JsonNode end = end(server.admin(), ADMIN + "/" + id);
        assertEquals(end.toString(), "COMPLETE", end.get("state").asText());
        person.get("/api/v1/me").expect(401);
        server.admin().get("/api/v1/admin/accounts/" + account).expect(404);
        String link = URI.create(confirmed.get("link").asText()).getPath();
        assertEquals(
                "COMPLETE",
                server.client().get(link).expect(200).json().get("state").asText());
        String certificate =
                server.client().get(link + "/certificate.html").expect(200).text();
        assertTrue(certificate, certificate.contains("COMPLETE: a second look found nothing"));
        assertFalse(certificate.contains(canary));
        assertVerified(id);
        assertNoWordIsLeft(canary);
    }

    private static String yes(String plan) {
        return "{\"plan\":\"" + plan + "\",\"password\":\"" + People.PASSWORD + "\"}";
    }

    private static void assertVerified(String id) {
        Shell shell = new Shell(server, server.firstBoot());
        assertTrue(shell.run("image2ai:privacy-verify " + id).contains("is whole"));
        assertTrue(shell.run("image2ai:privacy-show --json " + id).contains("\"COMPLETE\""));
    }

    private static void assertNoWordIsLeft(String canary) {
        for (String path : new String[] {"/api/v1/admin/audit?limit=200", "/api/v1/admin/reviews?state=all", ADMIN}) {
            assertFalse(path, server.admin().get(path).expect(200).text().contains(canary));
        }
    }

    @Test
    public void anAccessRequestEndsInACopy() {
        Client person = person("access@example.org", "a copied fox");
        JsonNode asked = ask(person, "access", "{}");
        JsonNode end = end(person, REQUESTS + "/" + asked.get("id").asText());
        assertEquals(end.toString(), "COMPLETE", end.get("state").asText());
        assertTrue(end.toString(), end.has("exportId"));
    }

    @Test
    public void aCorrectionReachesEveryHolder() {
        Client person = People.person(server, "corrected@example.org");
        JsonNode asked = ask(person, "correction", "{\"attribute\":\"name\",\"value\":\"Grace\"}");
        JsonNode end = end(person, REQUESTS + "/" + asked.get("id").asText());
        assertEquals(end.toString(), "COMPLETE", end.get("state").asText());
        assertEquals(
                "Grace", person.get("/api/v1/me").expect(200).json().get("name").asText());
    }

    @Test
    public void nothingTellsWhetherAnAddressIsKnown() {
        People.person(server, "known@example.org");
        String known = server.client()
                .post("/api/v1/privacy/intake", "{\"email\":\"known@example.org\",\"type\":\"erasure\"}")
                .expect(202)
                .text();
        String unknown = server.client()
                .post("/api/v1/privacy/intake", "{\"email\":\"unknown@example.org\",\"type\":\"erasure\"}")
                .expect(202)
                .text();
        assertEquals(known, unknown);
    }

    @Test
    public void anotherPersonsRequestIsNotThere() {
        Client one = People.person(server, "one@example.org");
        Client other = People.person(server, "other@example.org");
        String id = ask(one, "stop_sale", "{}").get("id").asText();
        other.get(REQUESTS + "/" + id).expect(404);
        other.get(ADMIN + "/" + id).expect(403);
        assertEquals(
                "COMPLETE",
                one.get(REQUESTS + "/" + id).expect(200).json().get("state").asText());
    }
}
