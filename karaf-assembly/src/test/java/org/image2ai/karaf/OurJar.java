package org.image2ai.karaf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Declarations;

/**
 * A bundle of ours in the distribution, as far as privacy looks at it.
 *
 * @param name its symbolic name
 * @param capabilities what it provides
 * @param texts its declarations, schemas, components and lists
 */
record OurJar(String name, String capabilities, Map<String, String> texts) {
    private static final Path ASSEMBLY = Path.of("target", "assembly", "system", "org", "image2ai");
    private static final Pattern TABLE =
            Pattern.compile("(?im)^\\s*create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");
    private static final String TEXTS =
            "META-INF/privacy/.*|OSGI-INF/.*\\.xml|.*/schema/.*|.*\\.(properties|schema\\.json)";

    static List<OurJar> all() throws IOException {
        try (Stream<Path> files = Files.walk(ASSEMBLY)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(OurJar::read)
                    .toList();
        }
    }

    private static OurJar read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (JarEntry entry :
                    jar.stream().filter(e -> e.getName().matches(TEXTS)).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    texts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            var headers = jar.getManifest().getMainAttributes();
            String capabilities = headers.getValue("Provide-Capability");
            return new OurJar(headers.getValue("Bundle-SymbolicName"), capabilities == null ? "" : capabilities, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    Optional<String> declarationFile() {
        return Optional.ofNullable(texts.get(PrivacyDeclaration.FILE));
    }

    Optional<PrivacyDeclaration> declaration() {
        return declarationFile().map(file -> Declarations.parse(file.getBytes(StandardCharsets.UTF_8)));
    }

    /** Every location of every holding. */
    List<String> locations() {
        return declaration().stream()
                .flatMap(declaration -> declaration.holdings().stream())
                .flatMap(holding -> holding.location().stream())
                .toList();
    }

    /** Every table that its change logs make. */
    TreeSet<String> tables() {
        TreeSet<String> tables = new TreeSet<>();
        texts.forEach((entry, text) -> {
            if (entry.contains("/schema/") && entry.endsWith(".sql")) {
                for (Matcher table = TABLE.matcher(text); table.find(); ) {
                    tables.add(table.group(1).toLowerCase(java.util.Locale.ROOT));
                }
            }
        });
        return tables;
    }

    private boolean component(String text) {
        return texts.entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith("OSGI-INF/")
                        && entry.getValue().contains(text));
    }

    boolean provides(String type) {
        return component("<provide interface=\"" + type + "\"");
    }

    boolean uses(String type) {
        return texts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("OSGI-INF/"))
                .anyMatch(entry -> Pattern.compile("<reference[^>]*interface=\"" + Pattern.quote(type) + '"')
                        .matcher(entry.getValue())
                        .find());
    }
}
