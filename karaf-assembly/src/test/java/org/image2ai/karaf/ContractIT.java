package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** What the server says of itself in OpenAPI, and whether it keeps to that. */
public class ContractIT {
    @Test
    public void theDocumentIsCleanAndNoRequestMakesTheServerFail() {
        try (Distribution server = Distribution.unpack("contract").start()) {
            new NodeTests("contract")
                    .run(
                            "contract.test.mjs",
                            Map.of(
                                    "IMAGE2AI_BASE",
                                    server.client().base().toString(),
                                    "IMAGE2AI_KEY",
                                    server.admin().key(),
                                    "IMAGE2AI_JAVA",
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString()));
            assertEquals("the log of a server that did nothing wrong", List.of(), server.warnings());
        }
    }
}
