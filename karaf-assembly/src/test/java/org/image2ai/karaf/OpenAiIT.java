package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;

/** OpenAI's own client on a packed server. */
public class OpenAiIT {
    @Test
    public void theOfficialClientWorksUnchangedButForItsBaseAddress() throws IOException {
        try (Distribution server = Distribution.unpack("openai").start()) {
            Client person = People.person(server, "ada@example.org");
            People.setCredits(server, person, 1_000);
            Client poor = People.person(server, "poor@example.org");
            People.setCredits(server, poor, 5);
            Path pictures =
                    Files.createDirectories(Path.of("target", "pictures")).toAbsolutePath();
            for (String name : List.of("photo.jpg", "photo-mask.png")) {
                Files.write(pictures.resolve(name), Pictures.bytes(name));
            }
            new NodeTests("openai")
                    .run(
                            "images.test.mjs",
                            Map.of(
                                    "IMAGE2AI_BASE", server.client().base().toString(),
                                    "IMAGE2AI_KEY", person.key(),
                                    "IMAGE2AI_POOR_KEY", poor.key(),
                                    "IMAGE2AI_PICTURES", pictures.toString()));
            assertEquals("the log of a server that did nothing wrong", List.of(), server.warnings());
        }
    }
}
