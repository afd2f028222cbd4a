package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.h2.tools.RunScript;
import org.junit.Test;

/** Today's server over the rows of the first one: its change logs apply, and the rows mean what they meant. */
public class UpgradeIT {
    private static final String ADAS_KEY = "i2a_4tz_6AyYIGKLK5ZqXglcedoIHE4fyyEZXUSgdM1py-0";

    @Test
    public void takesOverTheRowsOfTheFirstVersion() throws Exception {
        try (Distribution server = Distribution.unpack("upgrade")) {
            fill(server.home().resolve("data/db/image2ai"));
            server.start();
            Client ada = server.client().with(ADAS_KEY);
            assertEquals(
                    "Ada", ada.get("/api/v1/me").expect(200).json().get("name").asText());
            JsonNode job =
                    ada.get("/api/v1/jobs").expect(200).json().get("items").get(0);
            assertEquals("SUCCEEDED", job.get("state").asText());
            assertEquals(
                    1, ada.get("/api/v1/assets").expect(200).json().get("items").size());
            String entries = ada.get("/api/v1/credits/entries").expect(200).text();
            assertTrue(entries, entries.contains("\"welcome\"") && entries.contains("\"spend\""));
            ada.post("/api/v1/jobs", "{\"operation\":\"generate\",\"prompt\":\"a fox\"}", "Prefer", "wait=60")
                    .expect(200);
            assertEquals("a clean log", List.of(), server.warnings());
        }
    }

    private static void fill(Path database) throws Exception {
        String url = "jdbc:h2:file:" + database + ";WRITE_DELAY=0";
        try (Connection connection = DriverManager.getConnection(url, "image2ai", "");
                Reader sql = new InputStreamReader(
                        UpgradeIT.class.getResourceAsStream("first-schema.sql"), StandardCharsets.UTF_8)) {
            RunScript.execute(connection, sql);
        }
    }
}
