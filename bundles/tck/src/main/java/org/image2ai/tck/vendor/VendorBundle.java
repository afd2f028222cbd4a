package org.image2ai.tck.vendor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.plugin.PluginHeader;

/** What stands around the code of a vendor's bundle, in the folder of the module that is being built. */
final class VendorBundle {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path METATYPES = CLASSES.resolve("OSGI-INF/metatype");
    private static final Pattern ATTRIBUTE = Pattern.compile("<AD id=\"([^\"]+)\"");
    private static final Pattern EXAMPLE = Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("(?m)^([\\w.]+)\\s*=");

    private VendorBundle() {}

    /** The keys that the bundle takes are those of the example in its README, each with a comment before it. */
    static void assertReadme() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        Matcher example = EXAMPLE.matcher(readme);
        assertTrue("the README has no example of a configuration", example.find());
        Set<String> taken = new TreeSet<>();
        try (Stream<Path> files = Files.list(METATYPES)) {
            for (Path file : files.toList()) {
                taken.addAll(all(ATTRIBUTE, Files.readString(file)));
            }
        }
        assertEquals(taken, all(KEY, example.group(1)));
        String before = "";
        for (String line : example.group(1).split("\n")) {
            assertFalse(line + " has no comment", KEY.matcher(line).find() && !before.startsWith("#"));
            before = line;
        }
        for (String heading : List.of("What", "Configure", "Try it", "Limits and errors", "Test")) {
            assertTrue("the README has no " + heading, readme.contains("\n## " + heading + "\n"));
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> all = new TreeSet<>();
        for (Matcher one = pattern.matcher(text); one.find(); ) {
            all.add(one.group(1));
        }
        return all;
    }

    /** The bundle says to whom it sends, and that it is a plugin. */
    static void assertDeclaration() throws IOException {
        try (InputStream in = Files.newInputStream(CLASSES.resolve("META-INF/MANIFEST.MF"))) {
            Manifest manifest = new Manifest(in);
            String plugin = manifest.getMainAttributes().getValue(PluginHeader.NAME);
            assertTrue(PluginHeader.NAME + " is " + plugin, plugin != null && plugin.startsWith("image-models;pid="));
            JsonNode declaration = new ObjectMapper()
                    .readTree(
                            CLASSES.resolve("META-INF/privacy/declaration.json").toFile());
            assertEquals(
                    manifest.getMainAttributes().getValue("Bundle-SymbolicName"),
                    declaration.path("bundle").asText());
            assertFalse("there is no recipient", declaration.path("recipients").isEmpty());
            declaration.path("recipients").forEach(VendorBundle::assertRecipient);
        }
    }

    private static void assertRecipient(JsonNode recipient) {
        for (String field : List.of("name", "country", "safeguard", "policyUrl", "retention")) {
            assertFalse(field + " is missing", recipient.path(field).asText().isBlank());
        }
        assertTrue("hosts are missing", recipient.path("hosts").isArray());
        assertFalse("purposes are missing", recipient.path("purposes").isEmpty());
        PrivacyDeclaration.ErasureMode.valueOf(recipient.path("erasure").asText());
    }
}
