package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** Nobody reaches the database or the network beside the platform's own ways, but for those that are named here. */
public class RawAccessIT {
    private static final Path BUNDLES = Path.of("..", "bundles");

    /** Bundles whose very work it is, and the kit of tests. */
    private static final Set<String> WAYS = Set.of("datasource", "egress", "tck");

    private static final Pattern DATABASE = Pattern.compile("DriverManager|\\.getConnection\\(|unwrap\\(Connection");
    private static final Pattern NETWORK =
            Pattern.compile("java\\.net\\.(Socket|ServerSocket|DatagramSocket|MulticastSocket|http\\.)|SocketChannel"
                    + "|SocketFactory|HttpClient\\b|URLConnection|openConnection\\(|org\\.apache\\.(hc|http)\\."
                    + "|mail\\.Transport\\b");

    private static final Map<String, String> MAY_USE_THE_DATABASE = Map.of(
            "org.image2ai.admin.Readiness", "Asks whether the database answers",
            "org.image2ai.admin.backup.Backups", "Copies the whole database into a backup",
            "org.image2ai.admin.backup.Restores", "Puts a whole database back",
            "org.image2ai.billing.AccountLock", "Locks the row of an account, which JPA cannot on every database",
            "org.image2ai.kit.schema.LiquibaseSchema", "Runs the change logs of all concerns");

    private static final Map<String, String> MAY_USE_THE_NETWORK = Map.of(
            "org.image2ai.notify.SmtpChannel", "Gives mail to the server that the operator configured",
            "org.image2ai.plugins.PluginAdministration", "Brings a plugin from where an admin says");

    @Test
    public void nobodyReachesTheDatabaseBesideTheDataSource() throws IOException {
        assertEquals(new TreeSet<>(MAY_USE_THE_DATABASE.keySet()), using(DATABASE));
    }

    @Test
    public void nobodyGoesOutBesideTheEgress() throws IOException {
        assertEquals(new TreeSet<>(MAY_USE_THE_NETWORK.keySet()), using(NETWORK));
    }

    private static Set<String> using(Pattern pattern) throws IOException {
        Set<String> using = new TreeSet<>();
        List<Path> sources = sources();
        assertTrue(sources.size() > 300);
        for (Path source : sources) {
            if (pattern.matcher(Files.readString(source)).find()) {
                String path = source.toString().replace('\\', '/');
                using.add(path.replaceFirst(".*/src/main/java/", "")
                        .replaceFirst("\\.java$", "")
                        .replace('/', '.'));
            }
        }
        return using;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            return files.filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            !WAYS.contains(BUNDLES.relativize(file).getName(0).toString()))
                    .toList();
        }
    }
}
