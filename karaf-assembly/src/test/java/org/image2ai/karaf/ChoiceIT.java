package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** What people decide about their data, what they are told, and how long it is kept, on one packed server. */
public class ChoiceIT {
    private static final String CONSENTS = "/api/v1/privacy/consents";
    private static final String RESTRICTIONS = "/api/v1/privacy/restrictions";
    private static final String ADMIN = "/api/v1/admin/privacy/";
    private static final String JOB =
            "{\"operation\":\"generate\",\"prompt\":\"a red fox\"," + "\"parameters\":{\"width\":256,\"height\":256}}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Distribution server;

    @BeforeClass
    public static void start() {
        server = Distribution.unpack("choice").start();
    }

    @AfterClass
    public static void stop() {
        server.stop();
        server.close();
    }

    private static Client.Answer put(Client client, String path, String json) {
        return client.send("PUT", path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
    }

    private static Client.Answer get(Client client, String path, String header, String value) {
        return client.send("GET", path, BodyPublishers.noBody(), Map.of(header, value));
    }

    private static String id(Client person) {
        return person.get("/api/v1/me").expect(200).json().get("id").asText();
    }

    @Test
    public void aConsentIsGivenInOneStepWithdrawnInOneAndBothAreWrittenDown() {
        Client person = People.person(server, "consents@example.org");
        person.post(CONSENTS, "{\"purpose\":\"ANALYTICS\"}").expect(201);
        assertTrue(person.get(CONSENTS).expect(200).text().contains("\"given\":true"));
        person.delete(CONSENTS + "/ANALYTICS").expect(204);
        assertFalse(person.get(CONSENTS).expect(200).text().contains("\"given\":true"));
        JsonNode ledger = person.get(CONSENTS + "/ledger").expect(200).json().get("items");
        assertEquals("CONSENT", ledger.get(0).get("kind").asText());
        assertEquals("CONSENT_WITHDRAWN", ledger.get(1).get("kind").asText());
        assertEquals("2026-01", ledger.get(0).get("textVersion").asText());
    }

    @Test
    public void whoRestrictsProcessingGetsNoNewJobUntilThatIsLifted() {
        Client person = People.person(server, "restricts@example.org");
        put(person, RESTRICTIONS, "{\"restricted\":true}").expect(200);
        JsonNode problem = person.post("/api/v1/jobs", JOB).expect(403).json();
        assertEquals("processing_restricted", problem.get("code").asText());
        put(person, RESTRICTIONS, "{\"thirdParties\":true}").expect(200);
        person.post("/api/v1/jobs", JOB, "Prefer", "wait=60").expect(200);
        put(person, RESTRICTIONS, "{\"recipients\":[\"embedded\"]}").expect(200);
        problem = person.post("/api/v1/jobs", JOB).expect(403).json();
        assertEquals("routing_restricted", problem.get("code").asText());
    }

    @Test
    public void aSignalOfTheBrowserIsAnsweredAndWrittenDownOnce() {
        Client person = People.person(server, "signals@example.org");
        assertEquals(
                "N",
                get(person, RESTRICTIONS, "Sec-GPC", "1")
                        .expect(200)
                        .headers()
                        .firstValue("Tk")
                        .orElse(""));
        JsonNode now = get(person, RESTRICTIONS, "DNT", "1").expect(200).json();
        assertTrue(now.toString(), now.get("saleOptOut").asBoolean());
        assertEquals("ANALYTICS", now.get("purposes").get(0).asText());
        assertEquals(2, person.get(CONSENTS + "/ledger").json().get("items").size());
        assertTrue(server.client()
                .get("/.well-known/gpc.json")
                .expect(200)
                .json()
                .get("gpc")
                .asBoolean());
    }

    @Test
    public void everybodyCanReadThePolicyWhoGetsDataAndWhatIsKeptInBrowsers() {
        Client stranger = server.client();
        JsonNode policy = stranger.get("/privacy").expect(200).json();
        assertEquals("2026-01", policy.get("version").asText());
        String page =
                get(stranger, "/privacy", "Accept", "text/html").expect(200).text();
        assertTrue(page, page.startsWith("<!DOCTYPE html>") && page.contains("<h1>Privacy policy</h1>"));
        assertTrue(stranger.get("/privacy/versions").expect(200).text().contains("2026-01"));
        assertTrue(stranger.get("/privacy/processors").expect(200).text().contains("https://"));
        assertTrue(stranger.get("/privacy/cookies").expect(200).text().contains("i2a_csrf"));
        stranger.get("/privacy/1999").expect(404);
        stranger.get(ADMIN + "register").expect(401);
        String csv = get(server.admin(), ADMIN + "register", "Accept", "text/csv")
                .expect(200)
                .text();
        assertTrue(csv, csv.contains("\"gen_job"));
        assertTrue(server.admin().get(ADMIN + "register").expect(200).text().contains("acc_account"));
    }

    @Test
    public void aNewPolicyIsAnnouncedByMailAndShowsWhatItChanges() {
        People.person(server, "holder@example.org");
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        String body =
                "{\"effective\":\"" + day + "\",\"texts\":{\"en\":\"# Privacy policy\\n\\n## New\\nWe bake bread.\"},"
                        + "\"changedPurposes\":[\"ANALYTICS\"]}";
        server.admin()
                .post(ADMIN + "policies", body.replace(day.toString(), "2020-01-01"))
                .expect(400);
        server.admin().post(ADMIN + "policies", body).expect(201);
        assertTrue(get(server.client(), "/privacy/" + day + "/changes", "Accept", "text/html")
                .expect(200)
                .text()
                .contains("<ins>We bake bread.</ins>"));
        Poll.until("the mail to the holder", PATIENCE, () -> mails("holder@example.org", day), found -> found > 0);
        assertEquals(
                "2026-01", server.client().get("/privacy").json().get("version").asText());
    }

    private static long mails(String to, LocalDate day) {
        Path outbox = server.home().resolve("data/outbox");
        if (!Files.exists(outbox)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(outbox)) {
            return all.map(ChoiceIT::read)
                    .filter(mail -> mail.contains(to) && mail.contains("/privacy/" + day))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace("=\r\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void whatIsUnderALegalHoldIsRetainedWithItsCaseUntilItIsReleased() {
        Client person = People.person(server, "held@example.org");
        String hold = "{\"account\":\"" + id(person) + "\",\"caseRef\":\"C-7\",\"reason\":\"GDPR art. 17(3)(e)\"}";
        server.admin().post(ADMIN + "holds", hold).expect(201);
        String plan = person.post("/api/v1/privacy/requests", "{\"type\":\"erasure\"}")
                .expect(202)
                .text();
        assertTrue(plan, plan.contains("RETAINED") && plan.contains("C-7"));
        server.admin().delete(ADMIN + "holds/C-7").expect(200);
    }

    @Test
    public void aSweepIsTriedDryFirstAndReported() {
        JsonNode dry = server.admin()
                .post(ADMIN + "sweeps", "{\"dryRun\":true}")
                .expect(201)
                .json();
        assertTrue(dry.toString(), dry.get("dryRun").asBoolean());
        for (JsonNode line : dry.get("lines")) {
            assertEquals(line.toString(), "", line.get("problem").asText());
        }
        Shell shell = new Shell(server, server.firstBoot());
        assertTrue(shell.run("image2ai:privacy-sweep").contains("inactive-accounts"));
        assertTrue(shell.run("image2ai:privacy-register").contains("acc_account")
                || shell.run("image2ai:privacy-register --csv").contains("acc_account"));
    }

    @Test
    public void theAccountOfAChildIsRemovedAndItsAddressIsRefused() {
        Client child = People.person(server, "child@example.org");
        String account = id(child);
        server.admin()
                .post(ADMIN + "children", "{\"account\":\"child@example.org\"}")
                .expect(202);
        Poll.until(
                "the end of the account",
                PATIENCE,
                () -> server.admin().get("/api/v1/admin/accounts/" + account).status(),
                status -> status == 404);
        String again = "{\"email\":\"child@example.org\",\"password\":\"correct horse battery\",\"name\":\"C\","
                + "\"birthDate\":\"1990-05-17\"}";
        JsonNode refused =
                server.client().post("/api/v1/accounts", again).expect(403).json();
        assertEquals("under_age", refused.get("code").asText());
    }
}
