package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** On the packed server: plugins come through {@code deploy/}, are replaced under load, rolled back, refused, removed. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class PluginLifeIT {
    private static final String PLUGINS = "/api/v1/admin/plugins";
    private static final String SWAP = PLUGINS + "/" + PluginSource.NAME;
    private static final String PINNED = "org.example.pinned";
    private static final String PIN = PINNED + "=" + "0".repeat(64);
    private static final int CLIENTS = 4;

    private static Distribution server;
    private static PluginSource source;
    private static Path deployed;
    private static Client admin;

    /** The plugin lies in {@code deploy/} before the server starts for the first time. */
    @BeforeClass
    public static void start() throws Exception {
        server = Distribution.unpack("plugins");
        source = new PluginSource(server.home().resolve("../plugins-sources").normalize());
        deployed = server.home().resolve("deploy/swap.jar");
        Files.createDirectories(server.home().resolve("etc/secrets"));
        Files.writeString(server.home().resolve("etc/secrets/plugin-pins"), PIN);
        setting("pins", "\\$[secret:plugin-pins]");
        setting("firstWorks", "3");
        // How many jobs run while versions are swapped depends on the machine.
        setting("billing", "monthlyCredits", "100000");
        PluginSource.drop(source.good("1.0.0"), deployed);
        server.start();
        admin = server.admin();
        People.setCredits(server, admin, 100_000);
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    private static void setting(String key, String value) throws IOException {
        setting("plugins", key, value);
    }

    private static void setting(String concern, String key, String value) throws IOException {
        Path file = server.home().resolve("etc/org.image2ai." + concern + ".cfg");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^" + key + " =.*$", key + " = " + value));
    }

    @Test
    public void aIsOursFromTheFirstBootOn() {
        JsonNode plugin = await("1.0.0", p -> p.path("state").asText().equals("ACTIVE"));
        assertTrue(plugin.toString(), plugin.get("source").asText().startsWith("deploy:"));
        assertEquals("SUCCEEDED", job().get("state").asText());
        assertTrue(admin.get(PLUGINS).expect(200).text().contains("org.image2ai.model-embedded"));
    }

    @Test
    public void bIsReplacedUnderLoadWithNoFailedJob() throws Exception {
        AtomicBoolean on = new AtomicBoolean(true);
        ConcurrentLinkedQueue<String> states = new ConcurrentLinkedQueue<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            running.add(clients.submit(() -> {
                while (on.get()) {
                    states.add(job().get("state").asText());
                }
            }));
        }
        for (int minor = 1; minor <= 5; minor++) {
            PluginSource.drop(source.good("1." + minor + ".0"), deployed);
            await("1." + minor + ".0", p -> p.path("state").asText().equals("ACTIVE"));
        }
        on.set(false);
        for (Future<?> one : running) {
            one.get(60, TimeUnit.SECONDS);
        }
        clients.shutdown();
        assertEquals(
                List.of(), states.stream().filter(s -> !s.equals("SUCCEEDED")).toList());
        assertTrue("jobs: " + states.size(), states.size() > 10);
    }

    @Test
    public void cKeepsTheOldVersionWhenTheNewOneIsBroken() throws Exception {
        PluginSource.drop(source.withoutModels("2.0.0"), deployed);
        JsonNode plugin = await("1.5.0", p -> !p.path("note").asText().isEmpty());
        assertEquals(plugin.toString(), "ACTIVE", plugin.get("state").asText());
        assertEquals("SUCCEEDED", job().get("state").asText());
    }

    @Test
    public void dPutsTheOldVersionBackWhenTheFirstWorksFail() throws Exception {
        PluginSource.drop(source.withoutPictures("2.1.0"), deployed);
        await("2.1.0", p -> true);
        Poll.until(
                "the roll-back",
                Duration.ofSeconds(30),
                () -> {
                    job();
                    return plugin();
                },
                p -> p.path("version").asText().equals("1.5.0"));
        JsonNode plugin = await("1.5.0", p -> p.path("state").asText().equals("ACTIVE"));
        assertTrue(plugin.toString(), plugin.get("note").asText().contains("2.1.0"));
        assertEquals("SUCCEEDED", job().get("state").asText());
    }

    @Test
    public void eObeysAdminsAndWritesItDown() throws Exception {
        PluginSource.drop(source.good("2.2.0"), deployed);
        await("2.2.0", p -> p.path("state").asText().equals("ACTIVE"));
        assertEquals("1.5.0", act("rollback").get("version").asText());
        await("1.5.0", p -> p.path("state").asText().equals("ACTIVE"));
        String shown = new Shell(server, server.firstBoot()).run("image2ai:plugin-list");
        assertTrue(shown, shown.contains(PluginSource.NAME) && shown.contains("Rolled back by"));
        assertEquals("DISABLED", act("disable").get("state").asText());
        assertFalse(admin.get("/api/v1/models").text().contains("\"swap/m\""));
        assertEquals("ACTIVE", act("enable").get("state").asText());
        assertEquals("DRAINED", act("drain").get("state").asText());
        assertEquals("ACTIVE", act("enable").get("state").asText());
        assertEquals("SUCCEEDED", job().get("state").asText());
        String acts = admin.get("/api/v1/admin/audit").expect(200).text();
        for (String act : List.of("rollback", "disable", "enable", "drain")) {
            assertTrue(act, acts.contains("admin:plugin:" + act));
        }
        admin.get(PLUGINS + "/nobody").expect(404);
        server.client().get(PLUGINS).expect(401);
    }

    /** The pin stands in a file of its own; that it is obeyed shows that it was read. */
    @Test
    public void fRefusesAWrongPinThatOnlyASecretFileNames() throws Exception {
        PluginSource.drop(source.good(PINNED, "1.0.0"), deployed.resolveSibling("pinned.jar"));
        String note = refusal(PINNED);
        assertTrue(note, note.contains("SHA-256"));
        for (String folder : List.of("etc", "data")) {
            assertEquals(List.of(), holders(server.home().resolve(folder)));
        }
    }

    @Test
    public void gRefusesWhatIsNotSignedWhereThatIsRequired() throws Exception {
        setting("requireSignature", "true");
        AtomicInteger tries = new AtomicInteger();
        Poll.until("the new setting", Duration.ofSeconds(30), () -> install(tries.incrementAndGet()), said -> {
            return said.startsWith("403") && said.contains("key store");
        });
        admin.delete(PLUGINS + "/org.example.unsigned").expect(204);
    }

    /** Each time another version: what is there already is not looked at again. */
    private static String install(int patch) {
        try {
            Path jar = source.good("org.example.unsigned", "1.0." + patch);
            Client.Answer answer = admin.post(PLUGINS, "{\"source\":\"" + jar + "\"}");
            return answer.status() + " " + answer.text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    public void hGoesWithItsFile() throws Exception {
        Files.delete(deployed);
        Poll.until("it is gone", Duration.ofSeconds(30), () -> admin.get(SWAP).status(), s -> s == 404);
        assertFalse(admin.get("/api/v1/models").text().contains("\"swap/m\""));
    }

    private static JsonNode act(String what) {
        return admin.post(SWAP + "/" + what, "").expect(200).json();
    }

    private static String refusal(String name) {
        return Poll.until(
                        name + " is refused",
                        Duration.ofSeconds(30),
                        () -> admin.get(PLUGINS + "/" + name).json().path("plugin"),
                        p -> p.path("state").asText().equals("REFUSED"))
                .get("note")
                .asText();
    }

    private static JsonNode await(String version, Predicate<JsonNode> also) {
        return Poll.until(
                "version " + version,
                Duration.ofSeconds(30),
                PluginLifeIT::plugin,
                p -> p.path("version").asText().equals(version) && also.test(p));
    }

    private static JsonNode plugin() {
        return admin.get(SWAP).json().path("plugin");
    }

    private static JsonNode job() {
        String body = "{\"operation\":\"generate\",\"model\":\"swap/m\",\"prompt\":\"x\",\"count\":1}";
        Client.Answer answer = admin.post("/api/v1/jobs", body, "Prefer", "wait=10");
        assertTrue(answer.text(), answer.status() < 300);
        return admin.await(answer.json().get("id").asText());
    }

    /** Files in which the secret stands; but for its own. */
    private static List<Path> holders(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.getParent().endsWith("secrets"))
                    .filter(PluginLifeIT::holds)
                    .toList();
        }
    }

    private static boolean holds(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(PIN);
        } catch (IOException e) {
            return false;
        }
    }
}
