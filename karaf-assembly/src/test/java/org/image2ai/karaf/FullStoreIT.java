package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;

/** A disk that has no room: new work is refused before it costs anything, and what is there can still be read. */
public class FullStoreIT {
    private static final String FOX = "{\"operation\":\"generate\",\"prompt\":\"a red fox\"}";

    @Test
    public void refusesNewWorkUntilThereIsRoomAgain() throws Exception {
        try (Distribution server = Distribution.unpack("full").start()) {
            Client person = People.person(server, "full@example.org");
            String asset = person.upload(Pictures.bytes("small.jpg"), "image/jpeg");
            long credits = People.available(person);

            watermark(server.home(), Long.toString(Long.MAX_VALUE));
            Poll.until("health turns red", Duration.ofSeconds(30), server.client()::isReady, ready -> !ready);
            Poll.until(
                    "the watermark",
                    Duration.ofSeconds(30),
                    () -> server.client().get("/health/ready").text(),
                    text -> text.contains("[\"free space in the store\"]"));
            assertTrue(person.post("/api/v1/jobs", FOX).expect(507).text().contains("storage_full"));
            person.send(
                            "POST",
                            "/api/v1/assets",
                            BodyPublishers.ofByteArray(Pictures.bytes("small.jpg")),
                            Map.of("Content-Type", "image/jpeg"))
                    .expect(507);
            person.get("/api/v1/assets/" + asset + "/content").expect(200);
            assertEquals(credits, People.available(person));

            watermark(server.home(), "1048576");
            Poll.until("health turns green", Duration.ofSeconds(30), server.client()::isReady, ready -> ready);
            person.post("/api/v1/jobs", FOX, "Prefer", "wait=60").expect(200);
            server.stop();
            try (Books books = new Books(server)) {
                assertEquals(1, books.count("SELECT COUNT(*) FROM gen_job"));
                assertEquals(2, Books.files(server.home()));
                books.assertJobsAndMoneyAgree();
            }
        }
    }

    private static void watermark(Path home, String bytes) throws Exception {
        Path cfg = home.resolve("etc/org.image2ai.blobs.cfg");
        Files.writeString(cfg, Files.readString(cfg).replaceAll("minFreeBytes = \\d+", "minFreeBytes = " + bytes));
    }
}
