package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What an operator reads in {@code etc/} is what the bundles take, key by key and default by default. */
public class SettingsIT {
    private static final Path ASSEMBLY = Path.of("target", "assembly");

    @Test
    public void everyKeyOfEveryFileIsTakenAndHasTheDefaultThatItShows() throws Exception {
        Map<String, Map<String, String>> taken = taken();
        assertFalse(taken.isEmpty());
        assertEquals(taken, shown());
    }

    @Test
    public void everyKeyIsExplained() throws Exception {
        try (Stream<Path> files = ours()) {
            for (Path file : files.toList()) {
                String before = "";
                for (String line : Files.readAllLines(file)) {
                    boolean key = line.matches("\\w+\\s*=.*");
                    assertFalse(file + ": " + line + " has no comment", key && before.isBlank());
                    before = line;
                }
            }
        }
    }

    /** See docs/decisions/0010 and, for the timeout, the traps in docs/architecture.md. */
    @Test
    public void everyPersistenceUnitLeavesOutWhatIsDearOrWrong() throws Exception {
        List<Document> units = documents("META-INF/persistence\\.xml");
        assertFalse(units.isEmpty());
        for (Document unit : units) {
            assertEquals(unit.getDocumentURI(), "false", property(unit, "openjpa.jdbc.QuerySQLCache"));
            assertEquals(unit.getDocumentURI(), "-1", property(unit, "javax.persistence.query.timeout"));
        }
    }

    private static String property(Document unit, String name) {
        NodeList properties = unit.getElementsByTagName("property");
        return IntStream.range(0, properties.getLength())
                .mapToObj(i -> (Element) properties.item(i))
                .filter(property -> property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .findFirst()
                .orElse("");
    }

    /** The keys and defaults of each PID, as the bundles declare them. */
    private static Map<String, Map<String, String>> taken() throws Exception {
        Map<String, Map<String, String>> taken = new TreeMap<>();
        documents("OSGI-INF/metatype/.*\\.xml").forEach(metatype -> read(metatype, taken));
        return taken;
    }

    /** The documents in our bundles whose name fits. */
    private static List<Document> documents(String name) throws Exception {
        List<Document> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ASSEMBLY.resolve("system/org/image2ai"))) {
            for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
                read(jar, name, documents);
            }
        }
        return documents;
    }

    private static void read(Path jar, String name, List<Document> documents) throws Exception {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                if (entry.getName().matches(name)) {
                    try (InputStream in = file.getInputStream(entry)) {
                        documents.add(DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(in, jar + "!/" + entry.getName()));
                    }
                }
            }
        }
    }

    private static void read(Document metatype, Map<String, Map<String, String>> taken) {
        Map<String, String> keys = new TreeMap<>();
        NodeList definitions = metatype.getElementsByTagName("AD");
        for (int i = 0; i < definitions.getLength(); i++) {
            Element definition = (Element) definitions.item(i);
            keys.put(definition.getAttribute("id"), plain(definition.getAttribute("default")));
        }
        NodeList designates = metatype.getElementsByTagName("Designate");
        for (int i = 0; i < designates.getLength(); i++) {
            // A factory has no file of its own: each of its files is an operator's, and its bundle's README has one.
            String pid = ((Element) designates.item(i)).getAttribute("pid");
            if (!pid.isEmpty()) {
                taken.put(pid, keys);
            }
        }
    }

    /** A metatype escapes commas and blanks of a default. */
    private static String plain(String text) {
        return text.replace("\\", "").replaceAll("\\s*,\\s*", ", ").strip();
    }

    private static Map<String, Map<String, String>> shown() throws IOException {
        Map<String, Map<String, String>> shown = new TreeMap<>();
        try (Stream<Path> files = ours()) {
            for (Path file : files.toList()) {
                Properties properties = new Properties();
                try (Reader in = Files.newBufferedReader(file)) {
                    properties.load(in);
                }
                Map<String, String> keys = new TreeMap<>();
                properties.forEach((key, value) -> keys.put((String) key, plain((String) value)));
                shown.put(file.getFileName().toString().replaceAll("\\.cfg$", ""), keys);
            }
        }
        return shown;
    }

    private static Stream<Path> ours() throws IOException {
        return Files.list(ASSEMBLY.resolve("etc"))
                .filter(f -> f.getFileName().toString().matches("org\\.image2ai\\..*\\.cfg"));
    }
}
