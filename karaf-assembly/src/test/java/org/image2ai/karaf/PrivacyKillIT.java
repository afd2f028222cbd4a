package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;

/** Erasures of a packed server that is killed in the middle of them. */
public class PrivacyKillIT {
    private static final int PICTURES = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    public void anErasureEndsRightWheneverTheProcessIsKilled() throws Exception {
        try (Distribution server = Distribution.unpack("privacy-kill").start()) {
            for (int millis : new int[] {20, 150, 600}) {
                String id = confirmed(server, "kill" + millis + "@example.org");
                new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
                server.kill();
                server.start();
                String path = "/api/v1/admin/privacy/requests/" + id;
                JsonNode end = Poll.until(
                        "the end of the erasure",
                        PATIENCE,
                        () -> server.admin().get(path).expect(200).json(),
                        view -> view.get("state").asText().equals("COMPLETE"));
                assertErased(server, end);
            }
            Shell shell = new Shell(server, server.firstBoot());
            assertTrue(shell.run("image2ai:privacy-verify").contains("chains are whole"));
        }
    }

    private static String confirmed(Distribution server, String email) {
        Client person = People.person(server, email);
        for (int i = 0; i < PICTURES; i++) {
            person.upload(Pictures.bytes("small.jpg"), "image/jpeg");
        }
        String id = person.post("/api/v1/privacy/requests", "{\"type\":\"erasure\"}")
                .expect(202)
                .json()
                .get("id")
                .asText();
        String yes = "{\"password\":\"" + People.PASSWORD + "\"}";
        person.post("/api/v1/privacy/requests/" + id + "/confirm", yes).expect(202);
        return id;
    }

    /** What is counted as erased was counted once, whatever the kill cut short. */
    private static void assertErased(Distribution server, JsonNode end) {
        long pictures = 0;
        for (JsonNode outcome : end.get("outcomes")) {
            assertEquals("DONE", outcome.get("state").asText());
            for (JsonNode line : outcome.get("items")) {
                boolean ours = outcome.get("bundle").asText().equals("org.image2ai.library");
                pictures += ours ? line.get("items").asLong() : 0;
            }
        }
        assertEquals(end.toString(), PICTURES, pictures);
        String account = end.get("account").asText();
        server.admin().get("/api/v1/admin/accounts/" + account).expect(404);
    }
}
