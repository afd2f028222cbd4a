package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.image2ai.tck.pictures.Pictures;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** What strangers and rude users try on a packed server: a clear no to them, and not a word in the log. */
public class HostileIT {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static Distribution server;
    private static Client rude;
    private static Client other;

    @BeforeClass
    public static void start() {
        server = Distribution.unpack("hostile").start();
        rude = People.person(server, "rude@example.org");
        other = People.person(server, "other@example.org");
        People.setCredits(server, rude, 100);
        People.setCredits(server, other, 100);
    }

    @AfterClass
    public static void stop() {
        List<String> warnings = server.warnings();
        server.close();
        assertEquals("the log of a server that did nothing wrong", List.of(), warnings);
    }

    private static Client.Answer upload(String body, String mediaType) {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return rude.send(
                "POST", "/api/v1/assets", BodyPublishers.ofByteArray(bytes), Map.of("Content-Type", mediaType));
    }

    private static int raw(String request) throws IOException {
        try (Wire wire = new Wire(server.client().base())) {
            return wire.say(request).status();
        }
    }

    @Test
    public void answersWhatIsNotHttpInWords() throws IOException {
        String host = " HTTP/1.1\r\nHost: x\r\n";
        String post = "POST /api/v1/jobs" + host + "Authorization: Bearer " + rude.key() + "\r\n";
        String json = post + "Content-Type: application/json\r\n";
        Map<String, Integer> requests = Map.of(
                "GET /api/v1/jobs/{id}" + host + "\r\n", 400,
                "GET /api/v1/jobs?cursor=%" + host + "\r\n", 400,
                "GET /health/live" + host + "Host: y\r\n\r\n", 400,
                "CONNECT 127.0.0.1:22" + host + "\r\n", 400,
                json + "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n", 400,
                json + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
                json + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400,
                post + "Content-Type: application/json; charset=bogus\r\nContent-Length: 2\r\n\r\n{}", 415,
                json + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", 415);
        for (Map.Entry<String, Integer> request : requests.entrySet()) {
            assertEquals(request.getKey(), request.getValue().intValue(), raw(request.getKey()));
        }
        server.client().get("/health/live").expect(200);
    }

    @Test
    public void refusesFormsThatAreNone() {
        String form = "multipart/form-data; boundary=X";
        String part = "--X\r\nContent-Disposition: form-data; name=\"file\"\r\n";
        assertEquals(
                "malformed_form",
                upload("nothing", form).expect(400).json().get("code").asText());
        assertEquals(
                "malformed_form",
                upload(part + "Content-Transfer-Encoding: x-evil\r\n\r\nx\r\n--X--\r\n", form)
                        .expect(400)
                        .json()
                        .get("code")
                        .asText());
        upload(part + "Content-Type: ;;/\r\n\r\nx\r\n--X--\r\n", form).expect(400);
        upload("--X--", "multipart/form-data").expect(400);
        upload("x", "*/*").expect(400);
        upload(part + "X: " + "y".repeat(400_000) + "\r\n\r\nx\r\n--X--\r\n", form)
                .expect(413);
        String other = part.replace("file", "other") + "\r\nx\r\n";
        Client.Answer many = upload(other.repeat(101) + "--X--\r\n", form);
        assertEquals("too_many_parts", many.expect(400).json().get("code").asText());
    }

    @Test
    public void aNumberOfABillionDigitsTakesNoMemory() {
        String job = "{\"operation\":\"generate\",\"prompt\":\"a\",\"creditCeiling\":%s}";
        for (String number : List.of("1e-999999999", "1e999999999")) {
            JsonNode problem =
                    rude.post("/api/v1/jobs", job.formatted(number)).expect(400).json();
            assertEquals("creditCeiling", problem.get("field").asText());
        }
    }

    @Test
    public void whatIsAnothersIsNotThere() {
        String asset = other.upload(Pictures.png(Pictures.gradient(64, 64)), "image/png");
        String job = id(other.post("/api/v1/jobs?wait=30", "{\"operation\":\"generate\",\"prompt\":\"a fox\"}")
                .expect(200)
                .json());
        String key = id(other.get("/api/v1/api-keys").json().get("items").get(0));
        String account = id(other.get("/api/v1/me").json());
        Map<String, String> ids = Map.of("/jobs/", job, "/api-keys/", key, "/admin/", account);
        List<String> open = new ArrayList<>();
        int asked = 0;
        for (String call : callsWithIds()) {
            String id = ids.keySet().stream()
                    .filter(call::contains)
                    .findFirst()
                    .map(ids::get)
                    .orElse(asset);
            String[] words =
                    call.replace("{key}", key).replaceAll("\\{\\w+}", id).split(" ");
            int status = rude.send(words[0], words[1], BodyPublishers.ofString("{}"), json())
                    .status();
            if (status < 400 || status >= 500) {
                open.add(call + ": " + status);
            }
            asked++;
        }
        assertEquals(List.of(), open);
        assertTrue(asked + " calls", asked > 30);
        other.get("/api/v1/assets/" + asset).expect(200);
        other.get("/api/v1/jobs/" + job).expect(200);
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asText();
    }

    /** The calls of the OpenAPI document that name a thing, and all of the administration. */
    private static List<String> callsWithIds() {
        List<String> calls = new ArrayList<>();
        server.client().get("/api/openapi.json").expect(200).json().get("paths").properties().stream()
                .filter(path -> path.getKey().contains("/admin/")
                        || path.getKey().startsWith("/api/v1/") && path.getKey().contains("{"))
                .filter(path -> !path.getKey().contains("/sign-in/"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> calls.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return calls;
    }

    private static Map<String, String> json() {
        return Map.of("Content-Type", "application/json");
    }

    @Test
    public void theLastAdminStays() {
        Client admin = server.admin();
        String id = admin.get("/api/v1/me").json().get("id").asText();
        Client.Answer answer = admin.send(
                "PUT",
                "/api/v1/admin/accounts/" + id + "/roles",
                BodyPublishers.ofString("{\"roles\":[\"user\"]}"),
                json());
        assertEquals("last_admin", answer.expect(409).json().get("code").asText());
        admin.get("/api/v1/admin/accounts").expect(200);
    }

    @Test
    public void ofManyWhoRemoveAtOnceNobodyFails() {
        String asset = other.upload(Pictures.png(Pictures.gradient(64, 64)), "image/png");
        List<CompletableFuture<Integer>> all = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> other.delete("/api/v1/assets/" + asset).status()))
                .toList();
        Set<Integer> statuses =
                all.stream().map(CompletableFuture::join).collect(Collectors.toCollection(HashSet::new));
        assertTrue(statuses.toString(), statuses.remove(204));
        statuses.remove(404);
        assertEquals(Set.of(), statuses);
    }

    @Test
    public void nobodyTakesAllConnectionsWithStreams() throws IOException {
        String big = "{\"operation\":\"generate\",\"prompt\":\"a fox\",\"count\":10,"
                + "\"parameters\":{\"width\":1024,\"height\":1024}}";
        String job = rude.post("/api/v1/jobs", big).expect(202).json().get("id").asText();
        String events = "GET /api/v1/jobs/" + job + "/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + rude.key()
                + "\r\n\r\n";
        List<Wire> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                streams.add(new Wire(server.client().base()).say(events));
                assertEquals("stream " + i, 200, streams.get(i).status());
            }
            assertEquals(429, raw(events));
            other.get("/api/v1/me").expect(200);
        } finally {
            for (Wire stream : streams) {
                stream.leave();
            }
        }
        rude.delete("/api/v1/jobs/" + job);
        Poll.until("room for another stream", Duration.ofSeconds(30), () -> status(events), status -> status != 429);
    }

    private static int status(String request) {
        try {
            return raw(request);
        } catch (IOException e) {
            return 0;
        }
    }

    private static String mails() {
        Path outbox = server.home().resolve("data/outbox");
        try (Stream<Path> files = Files.exists(outbox) ? Files.list(outbox) : Stream.empty()) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".eml")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void noMailNamesAnotherHost() throws Exception {
        String body = "{\"email\":\"host@example.org\",\"password\":\"correct horse battery\",\"name\":\"Ada\","
                + "\"birthDate\":\"1990-05-17\"}";
        assertEquals(
                202,
                raw("POST /api/v1/accounts HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
        String mail = Poll.until("the mail", Duration.ofSeconds(20), HostileIT::mails, all -> all.contains("host@ex"));
        assertTrue(mail, mail.contains("/api/v1/accounts/verify?token="));
        assertFalse(mail, mail.contains("evil.example"));
    }
}
