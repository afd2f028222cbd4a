package org.image2ai.kit.plugin;

import static org.junit.Assert.assertEquals;

import java.util.Optional;
import org.junit.Test;

public class PluginHeaderTest {
    @Test
    public void theHeaderMayNameThePidOfItsAccounts() {
        Optional<String> pid = Optional.of("org.example.vendor");
        assertEquals(
                pid, PluginHeader.parse("image-models;pid=org.example.vendor").pid());
        assertEquals(
                pid,
                PluginHeader.parse("image-models; pid=\"org.example.vendor\"").pid());
        assertEquals(Optional.empty(), PluginHeader.parse("image-models").pid());
        assertEquals(
                "image-models",
                PluginHeader.parse("image-models;pid=org.example.vendor").kind());
    }
}
