package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** Webhooks of the packed distribution: to an inner address that is allowed, never to one that is not, and after a kill. */
public class NotifyIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Message> MESSAGES = new CopyOnWriteArrayList<>();
    private static HttpServer sink;
    private static Distribution server;
    private static Client person;

    private record Message(String path, String id, String timestamp, String signature, String body) {}

    @BeforeClass
    public static void start() throws IOException {
        sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sink.createContext("/", NotifyIT::take);
        sink.start();
        server = Distribution.unpack("notify");
        set("org.image2ai.egress.cfg", "allowedInner", "127.0.0.1:" + port());
        set("org.image2ai.notify.cfg", "webhookHttp", "true");
        server.start();
        person = People.person(server, "hooks@example.org");
        People.setCredits(server, person, 100);
    }

    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            MESSAGES.add(new Message(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static int port() {
        return sink.getAddress().getPort();
    }

    private static void set(String file, String key, String text) throws IOException {
        Path path = server.home().resolve("etc").resolve(file);
        Files.writeString(path, Files.readString(path).replaceAll("(?m)^" + key + " *=.*$", key + " = " + text));
    }

    @AfterClass
    public static void stop() {
        sink.stop(0);
        server.close();
    }

    private static String webhook(String url) {
        return "{\"url\":\"" + url + "\",\"events\":[\"*\"]}";
    }

    @Test
    public void deliversToAnAllowedInnerAddressAlsoAfterAKill() throws Exception {
        JsonNode made = person.post("/api/v1/webhooks", webhook("http://127.0.0.1:" + port() + "/hook"))
                .expect(201)
                .json();
        String path = "/api/v1/webhooks/" + made.get("id").asText();
        person.post(path + "/test", "{}").expect(202);
        Message first = Poll.until("the message", Duration.ofSeconds(30), () -> last(1), m -> m != null);
        assertEquals(sign(made.get("secret").asText(), first), first.signature());
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(server.home().resolve("data/keys/notify.key")));

        server.kill();
        server.start();
        assertTrue(person.get(path).expect(200).json().path("secret").isMissingNode());
        person.post(path + "/test", "{}").expect(202);
        Message second = Poll.until("the second", Duration.ofSeconds(30), () -> last(2), m -> m != null);
        assertEquals(sign(made.get("secret").asText(), second), second.signature());
        person.send(
                        "PATCH",
                        path,
                        BodyPublishers.ofString("{\"enabled\":false}"),
                        Map.of("Content-Type", "application/json"))
                .expect(200);
        Poll.until(
                "the log",
                Duration.ofSeconds(30),
                () -> person.get(path + "/deliveries").expect(200).text(),
                log -> log.split("DELIVERED").length == 3);
        person.delete(path).expect(204);
        person.get(path).expect(404);
        assertEquals(List.of(), server.warnings());
    }

    private static Message last(int count) {
        List<Message> all = at("/hook");
        return all.size() < count ? null : all.get(count - 1);
    }

    private static List<Message> at(String path) {
        return MESSAGES.stream().filter(m -> m.path().equals(path)).toList();
    }

    @Test
    public void tellsOnceOfJobsThatEndedWhileWebhooksWereAway() {
        String hook = "http://127.0.0.1:" + port();
        person.post("/api/v1/webhooks", webhook(hook + "/account")).expect(201);
        Shell shell = new Shell(server, server.firstBoot());
        String running = job(10, ",\"webhook\":\"" + hook + "/job\"");
        shell.run("bundle:stop org.image2ai.notify");
        String meanwhile = job(1, "");
        person.await(running);
        person.await(meanwhile);
        assertFalse(told("/account").contains(meanwhile));
        shell.run("bundle:start org.image2ai.notify");
        awaitWord("/account", running, meanwhile);
        awaitWord("/job", running);
        String after = job(1, "");
        awaitWord("/account", running, meanwhile, after);
        assertEquals(3, told("/account").size());
        assertEquals(List.of(running), told("/job"));
    }

    /** A job of pictures that take a moment each. */
    private static String job(int count, String more) {
        String job = "{\"operation\":\"generate\",\"prompt\":\"a fox\",\"count\":" + count
                + ",\"parameters\":{\"width\":1024,\"height\":1024}" + more + "}";
        return person.post("/api/v1/jobs", job).expect(202).json().get("id").asText();
    }

    private static void awaitWord(String path, String... jobs) {
        Poll.until("word of each end", Duration.ofSeconds(60), () -> told(path), told -> Set.copyOf(told)
                .equals(Set.of(jobs)));
    }

    /** The jobs whose ends were told at an address. */
    private static List<String> told(String path) {
        return at(path).stream().map(NotifyIT::job).toList();
    }

    private static String job(Message message) {
        try {
            return JSON.readTree(message.body()).get("data").get("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sign(String secret, Message message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        String signed = message.id() + "." + message.timestamp() + "." + message.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    public void refusesInnerAddressesThatAreNotAllowed() {
        for (String host :
                List.of("127.0.0.1:" + (port() + 1), "localhost:" + port(), "169.254.169.254", "[::1]:8181")) {
            String code = person.post("/api/v1/webhooks", webhook("http://" + host + "/hook"))
                    .expect(400)
                    .json()
                    .get("code")
                    .asText();
            assertEquals(host, "invalid_webhook_url", code);
        }
    }
}
