package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;

/** Words and bytes of a person, planted wherever people leave some, are in no file of the server after the erasure and a stop. */
public class CanaryIT {
    private static final String REQUESTS = "/api/v1/privacy/requests";
    private static final int PIECE = 64;

    @Test
    public void noByteOfWhoWasErasedIsInAnyFile() throws Exception {
        byte[] picture = Pictures.bytes("photo.jpg");
        Map<String, byte[]> canaries = new LinkedHashMap<>();
        for (String word : List.of(
                "avocetcanary", "Bitterncanary", "curlewcanary", "dunlincanary", "eidercanary", "fulmarcanary")) {
            canaries.put(word, word.getBytes(StandardCharsets.US_ASCII));
        }
        canaries.put("the upload", Arrays.copyOfRange(picture, picture.length / 2, picture.length / 2 + PIECE));
        Distribution packed = Distribution.unpack("canary");
        plant(
                packed.home().resolve("data/tmp/image2ai-intake/picture-of-a-killed-process.part"),
                "fulmarcanary",
                Duration.ofHours(1));
        try (Distribution server = packed.start()) {
            assertFalse("what a killed process left", found(server, canaries).contains("fulmarcanary"));
            Client person = person(server, picture);
            String account =
                    person.get("/api/v1/me").expect(200).json().get("id").asText();
            plant(
                    server.home().resolve("data/tmp/image2ai-staged/" + account + "/draft.part"),
                    "eidercanary",
                    Duration.ZERO);
            Set<String> before = found(server, canaries);
            assertTrue(
                    "it finds what is there: " + before,
                    before.containsAll(List.of("avocetcanary", "Bitterncanary", "eidercanary")));
            erase(server, person);
            assertFalse("a draft of a job that died", found(server, canaries).contains("eidercanary"));
            server.stop();
            assertEquals(Set.of(), found(server, canaries));
        }
    }

    private static void plant(Path file, String canary, Duration age) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, canary);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    private static Client person(Distribution server, byte[] picture) {
        Client person = People.person(server, "avocetcanary@example.org", "Bitterncanary");
        person.upload(picture, "image/jpeg");
        person.post(
                        "/api/v1/jobs",
                        "{\"operation\":\"generate\",\"prompt\":\"a curlewcanary\","
                                + "\"parameters\":{\"width\":256,\"height\":256}}",
                        "Prefer",
                        "wait=60")
                .expect(200);
        person.post(REQUESTS, "{\"type\":\"correction\",\"scope\":{\"attribute\":\"name\",\"value\":\"dunlincanary\"}}")
                .expect(202);
        return person;
    }

    private static void erase(Distribution server, Client person) {
        JsonNode asked = person.post(REQUESTS, "{\"type\":\"erasure\",\"scope\":{}}")
                .expect(202)
                .json();
        String id = asked.get("id").asText();
        String plan = asked.get("plan").get("digest").asText();
        person.post(
                        REQUESTS + "/" + id + "/confirm",
                        "{\"plan\":\"" + plan + "\",\"password\":\"" + People.PASSWORD + "\"}")
                .expect(202);
        Poll.until(
                "the erasure",
                Duration.ofSeconds(60),
                () -> server.admin()
                        .get("/api/v1/admin/privacy/requests/" + id)
                        .expect(200)
                        .json()
                        .get("state")
                        .asText(),
                "COMPLETE"::equals);
    }

    /** The names of those that are in some file. */
    private static Set<String> found(Distribution server, Map<String, byte[]> canaries) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files(server.home())) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            canaries.forEach((name, bytes) -> {
                if (text.contains(new String(bytes, StandardCharsets.ISO_8859_1))) {
                    found.add(name);
                }
            });
        }
        return found;
    }

    private static List<Path> files(Path home) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("data", "etc")) {
            try (Stream<Path> all = Files.walk(home.resolve(folder))) {
                all.filter(Files::isRegularFile)
                        .filter(file -> !file.startsWith(home.resolve("data/cache")))
                        .forEach(files::add);
            }
        }
        assertFalse(files.isEmpty());
        return files;
    }
}
