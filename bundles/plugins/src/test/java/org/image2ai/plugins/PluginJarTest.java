package org.image2ai.plugins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class PluginJarTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void readsNameVersionAndKind() throws Exception {
        Path file = Jars.plugin(folder.getRoot().toPath().resolve("p.jar"), "1.2.3.q", "x");
        PluginJar jar = PluginJar.read(file);
        assertEquals(Jars.NAME, jar.name());
        assertEquals("1.2.3.q", jar.version().toString());
        assertEquals("image-models", jar.kind());
    }

    @Test
    public void whatIsNoJarOrNoPluginIsNone() throws Exception {
        Path text = Files.writeString(folder.getRoot().toPath().resolve("t.jar"), "no jar");
        assertTrue(PluginJar.in(text).isEmpty());
        Path bad = Jars.plugin(folder.getRoot().toPath().resolve("b.jar"), "one.two", "x");
        assertTrue("a version that is none", PluginJar.in(bad).isEmpty());
    }
}
