package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.api.storage.BlobService;
import org.image2ai.kit.privacy.Admission;
import org.junit.Before;
import org.junit.Test;

/** In the distribution no bundle holds or sends what it does not declare. */
public class DeclarationsIT {
    /** Those that go out and declare no recipient, and why. */
    private static final Map<String, String> OUT =
            Map.of("org.image2ai.notify", "Webhooks go to addresses that the person names");

    private List<OurJar> bundles;

    @Before
    public void read() throws IOException {
        bundles = OurJar.all();
        assertTrue(bundles.size() > 30);
    }

    @Test
    public void everyDeclarationFitsTheSchemaAndSpeaksForItsOwnBundle() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(bundle("org.image2ai.api").texts().get("org/image2ai/api/privacy/declaration.schema.json"));
        int declared = 0;
        for (OurJar bundle : bundles) {
            if (bundle.declarationFile().isPresent()) {
                declared++;
                String file = bundle.declarationFile().get();
                assertEquals(bundle.name(), Set.of(), schema.validate(new ObjectMapper().readTree(file)));
                assertEquals(bundle.name(), bundle.declaration().orElseThrow().bundle());
            }
        }
        assertTrue(declared + " declare something", declared > 12);
        assertFalse(schema.validate(new ObjectMapper().readTree("{\"bundle\":\"x\",\"holding\":[]}"))
                .isEmpty());
    }

    @Test
    public void everyDeclarationsDigestStandsInItsManifest() {
        for (OurJar bundle : bundles) {
            String capability = bundle.declarationFile()
                    .map(file -> PrivacyDeclaration.CAPABILITY + ";digest=\""
                            + Admission.digest(file.getBytes(StandardCharsets.UTF_8)) + '"')
                    .orElse("");
            String provided = bundle.capabilities().replaceAll("digest=([0-9a-f]{64})", "digest=\"$1\"");
            assertTrue(bundle.name() + ": " + provided, provided.contains(capability));
            assertEquals(bundle.name(), !capability.isEmpty(), provided.contains(PrivacyDeclaration.CAPABILITY + ";"));
        }
    }

    @Test
    public void everyTableIsDeclaredOrHasAReasonNotToBe() throws IOException {
        Properties impersonal = new Properties();
        impersonal.load(new StringReader(
                bundle("org.image2ai.privacy").texts().get("org/image2ai/privacy/roster/impersonal.properties")));
        Set<String> undeclared = new TreeSet<>();
        Set<String> known = new TreeSet<>(impersonal.stringPropertyNames());
        for (OurJar bundle : bundles) {
            bundle.tables().stream()
                    .filter(table -> !bundle.locations().contains(table))
                    .forEach(undeclared::add);
            known.removeAll(bundle.tables());
        }
        undeclared.removeAll(impersonal.stringPropertyNames());
        assertEquals("tables that nobody declares", Set.of(), undeclared);
        assertEquals(
                "reasons without a table",
                Set.of("databasechangelog", "databasechangelog_files", "databasechangeloglock"),
                known);
        impersonal.forEach((table, reason) ->
                assertTrue(table + " has no reason", reason.toString().length() > 10));
    }

    @Test
    public void whatIsDeclaredIsThere() {
        Set<String> tables = new TreeSet<>();
        bundles.forEach(bundle -> tables.addAll(bundle.tables()));
        for (OurJar bundle : bundles) {
            String root = bundle.name().replaceFirst("org\\.image2ai\\.", "") + "/";
            for (String location : bundle.locations()) {
                boolean fits = location.contains("/")
                        ? location.startsWith(root)
                        : bundle.tables().contains(location);
                assertTrue(bundle.name() + " declares " + location, fits);
            }
        }
        assertTrue(tables.size() > 20);
    }

    @Test
    public void whoHoldsAnswersAndWhoAnswersDeclares() {
        List<String> answering = new ArrayList<>();
        for (OurJar bundle : bundles) {
            boolean answers = bundle.provides(PersonalDataParticipant.class.getName());
            assertEquals(bundle.name(), !bundle.locations().isEmpty(), answers);
            if (answers) {
                answering.add(bundle.name());
            }
        }
        assertTrue(answering.toString(), answering.contains("org.image2ai.accounts") && answering.size() > 8);
    }

    @Test
    public void whoStoresBlobsOrGoesOutDeclaresIt() {
        for (OurJar bundle : bundles) {
            String root = bundle.name().replaceFirst("org\\.image2ai\\.", "") + "/";
            if (bundle.uses(BlobService.class.getName())) {
                assertTrue(bundle.name(), bundle.locations().stream().anyMatch(l -> l.startsWith(root)));
            }
            if (bundle.uses(Egress.class.getName()) && !OUT.containsKey(bundle.name())) {
                assertFalse(
                        bundle.name(),
                        bundle.declaration().orElseThrow().recipients().isEmpty());
            }
        }
    }

    private OurJar bundle(String name) {
        return bundles.stream()
                .filter(bundle -> bundle.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
