package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runners.MethodSorters;

/** On the packed server: bundles of others that take what they did not declare, from the first boot on and after a kill. */
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class HostileBundleIT {
    private static final String ADMIN = "/api/v1/admin/privacy/";
    private static final String SILENT = "org.example.silent";
    private static final String FORGER = "org.example.forger";
    private static final String THIEF = "org.example.thief";
    private static final String FORGETS = "org.example.forgets";
    private static final String CALLER = "org.example.caller";
    private static final String KEEPER = "org.example.keeper";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Distribution server;

    /** They lie in {@code deploy/} before the server starts for the first time. */
    @BeforeClass
    public static void start() throws Exception {
        server = Distribution.unpack("hostile-bundles");
        Path home = server.home();
        Path settings = home.resolve("etc/org.image2ai.privacy.roster.cfg");
        Files.writeString(settings, Files.readString(settings).replace("graceSeconds = 60", "graceSeconds = 10"));
        HostileBundle bundle =
                new HostileBundle(home.resolve("../hostile-bundles-sources").normalize());
        String held = HostileBundle.declaration(FORGER, "forged_notes");
        String stolen = HostileBundle.declaration(THIEF, "acc_account");
        String forgotten = HostileBundle.declaration(FORGETS, "forgotten_notes");
        drop(bundle.jar(SILENT, "", ""));
        drop(bundle.jar(FORGER, held, held + " "));
        drop(bundle.jar(THIEF, stolen, stolen));
        drop(bundle.jar(FORGETS, forgotten, forgotten));
        drop(bundle.plugin(KEEPER, HostileBundle.declaration(KEEPER, "org_example_keeper")));
        drop(bundle.caller(CALLER, HostileBundle.sending(CALLER, "declared.example")));
        server.start();
    }

    @AfterClass
    public static void stop() {
        server.close();
    }

    private static void drop(Path jar) throws IOException {
        Files.copy(jar, server.home().resolve("deploy").resolve(jar.getFileName()));
    }

    private static JsonNode findings() {
        return server.admin().post(ADMIN + "findings", "").expect(200).json().get("items");
    }

    private static Set<String> subjects(JsonNode findings, String kind) {
        Set<String> subjects = new TreeSet<>();
        findings.forEach(found -> {
            if (found.get("kind").asText().equals(kind)) {
                subjects.add(found.get("subject").asText());
            }
        });
        return subjects;
    }

    private static boolean taken(String bundle) {
        return Files.exists(server.home().resolve("data/" + bundle + ".taken"));
    }

    private static String state(String bundle) {
        for (JsonNode holder :
                server.admin().get(ADMIN + "holders").expect(200).json().get("holders")) {
            if (holder.get("bundle").asText().equals(bundle)) {
                return holder.get("state").asText();
            }
        }
        return "unknown";
    }

    @Test
    public void aWhoDeclaredHoldsDataAndWhoDidNotSeesNoDatabase() {
        Poll.until("the one that declares has the database", PATIENCE, () -> taken(FORGETS), there -> there);
        assertFalse("it declares nothing", taken(SILENT));
        assertFalse("its declaration is not the one of its manifest", taken(FORGER));
        assertEquals("unknown", state(SILENT));
        assertEquals("unknown", state(FORGER));
    }

    @Test
    public void bWhoHoldsAndDoesNotAnswerOrClaimsWhatIsAnothersIsPutUnderQuarantine() {
        Poll.until(FORGETS, PATIENCE, () -> state(FORGETS), "QUARANTINED"::equals);
        Poll.until(THIEF, PATIENCE, () -> state(THIEF), "QUARANTINED"::equals);
        assertEquals("LIVE", state("org.image2ai.accounts"));
    }

    @Test
    public void cTablesAndBundlesThatNobodyDeclaresAreFound() {
        JsonNode findings = findings();
        Set<String> bundles = subjects(findings, "BUNDLE");
        assertTrue(findings.toString(), bundles.containsAll(Set.of(SILENT, FORGER, THIEF, FORGETS)));
        Set<String> tables = subjects(findings, "TABLE");
        assertTrue(findings.toString(), tables.contains("org_example_forgets"));
        assertFalse(findings.toString(), tables.stream().anyMatch(t -> t.startsWith("acc_") || t.startsWith("prv_")));
    }

    @Test
    public void cWhoCallsAHostThatItDoesNotDeclareIsRefusedFoundAndPutUnderQuarantine() {
        Poll.until("its call is refused", PATIENCE, () -> taken(CALLER), there -> there);
        Poll.until(CALLER, PATIENCE, () -> state(CALLER), "QUARANTINED"::equals);
        Set<String> hosts =
                Poll.until("the finding", PATIENCE, () -> subjects(findings(), "HOST"), found -> !found.isEmpty());
        assertEquals(Set.of(CALLER + " -> undeclared.example"), hosts);
    }

    @Test
    public void dTheSameHoldsAfterAKill() throws IOException {
        server.kill();
        Files.deleteIfExists(server.home().resolve("data/" + FORGETS + ".taken"));
        server.start();
        Poll.until("the one that declares has the database again", PATIENCE, () -> taken(FORGETS), there -> there);
        assertFalse(taken(SILENT));
        assertFalse(taken(FORGER));
        Poll.until(FORGETS, PATIENCE, () -> state(FORGETS), "QUARANTINED"::equals);
        assertEquals(Set.of(CALLER + " -> undeclared.example"), subjects(findings(), "HOST"));
    }

    @Test
    public void eWhatWasTornOutIsNotForgotten() throws IOException {
        Files.delete(server.home().resolve("deploy/" + FORGETS + ".jar"));
        Poll.until(FORGETS, PATIENCE, () -> state(FORGETS), "ORPHANED"::equals);
    }

    @Test
    public void fAPluginThatHoldsDataIsNotRemoved() {
        Poll.until("the plugin holds data", PATIENCE, () -> taken(KEEPER), there -> there);
        Client.Answer refused =
                server.admin().delete("/api/v1/admin/plugins/" + KEEPER).expect(409);
        assertEquals("bundle_holds_data", refused.json().get("code").asText());
    }
}
