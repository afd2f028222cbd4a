package org.image2ai.karaf;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;

/** A plugin author's first minutes: the script, the build with its contract, the file dropped into a running server. */
public class NewProviderIT {
    private static final String MODEL = "acme/painter";
    private static final byte[] PICTURE = Pictures.png(Pictures.solid(64, 64, Color.ORANGE));

    @Test
    public void whatTheScriptMakesBuildsPassesItsContractAndIsHotDeployed() throws Exception {
        Path jar = new NewProvider("acme").build("Acme Images");
        assertTrue("its contract was run", testsOf(jar) > 20);
        try (Distribution server = Distribution.unpack("new-provider").start();
                Vendor vendor = new Vendor()) {
            Client admin = server.admin();
            Path deployed = server.home().resolve("deploy").resolve(jar.getFileName());
            Files.copy(jar, deployed);
            Files.write(server.home().resolve("etc/org.image2ai.model.acme-main.cfg"), vendor.account());
            awaitModel(admin, true);
            JsonNode job = admin.await(admin.post("/api/v1/jobs", request())
                    .expect(202)
                    .json()
                    .get("id")
                    .asText());
            assertEquals(job.toString(), "SUCCEEDED", job.get("state").asText());
            assertEquals(MODEL, job.get("receipt").get("model").asText());
            byte[] got =
                    admin.get(job.get("outputs").get(0).get("content").asText()).bytes();
            assertArrayEquals(pixels(PICTURE), pixels(got));
            assertEquals(Optional.of("Bearer the-key"), vendor.authorization());
            Files.delete(deployed);
            awaitModel(admin, false);
            assertEquals(List.of(), server.warnings());
        }
    }

    private static int[] pixels(byte[] picture) {
        var image = Pictures.decode(picture);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String request() {
        return "{\"operation\":\"generate\",\"model\":\"" + MODEL
                + "\",\"prompt\":\"x\",\"parameters\":{\"width\":64,\"height\":64}}";
    }

    private static void awaitModel(Client client, boolean there) {
        Poll.until(
                MODEL + (there ? " comes" : " goes"),
                Duration.ofSeconds(30),
                () -> client.get("/api/v1/models").expect(200).text(),
                models -> models.contains('"' + MODEL + '"') == there);
    }

    private static int testsOf(Path jar) throws IOException {
        Path reports = jar.resolveSibling("surefire-reports");
        try (var files = Files.list(reports)) {
            Path report = files.filter(file -> file.toString().endsWith("AcmeProviderTest.xml"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(report).split("<testcase ").length - 1;
        }
    }

    /** A server in the shape of OpenAI's Images API that has one picture. */
    private static final class Vendor implements AutoCloseable {
        private final HttpServer http;
        private volatile Optional<String> authorization = Optional.empty();

        Vendor() throws IOException {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/v1/images/generations", exchange -> {
                authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.getRequestBody().readAllBytes();
                byte[] answer = ("{\"data\": [{\"b64_json\": \""
                                + Base64.getEncoder().encodeToString(PICTURE) + "\"}]}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            http.start();
        }

        List<String> account() {
            return List.of(
                    "apiKey = the-key",
                    "baseUrl = http://127.0.0.1:" + http.getAddress().getPort() + "/v1",
                    "egress.allowPrivate = true",
                    "local = true",
                    "models = painter=0",
                    "sizes = 64x64");
        }

        Optional<String> authorization() {
            return authorization;
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
