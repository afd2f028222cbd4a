package org.image2ai.library;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AssetId;
import org.image2ai.api.ErrorType;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.Library.Inspected;
import org.image2ai.api.library.Library.Making;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.library.Library.StagedWriter;
import org.image2ai.api.library.Lineage;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.library.Provenance;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.tck.Calls;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.pictures.Containers;
import org.image2ai.tck.pictures.Pictures;
import org.image2ai.tck.pictures.XmpReader;
import org.image2ai.tck.storage.FakeBlobService;
import org.image2ai.tck.storage.FakeSubjectVault;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ResultsTest {
    private static final StagedOutput OUTPUT = output("job_1");
    private static final Making GENERATED =
            new Making("vendor/model", DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA, List.of());

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestUnit database = new TestUnit("library-test");
    private final FakeSubjectVault vault = new FakeSubjectVault();
    private final Assets assets = new Assets(database::migrate, database, vault, new LiveFence());
    private final FakeBlobService blobs = new FakeBlobService();
    private final Intake intake = new Intake(Limits.USUAL);
    private Staging staging;
    private Results results;

    @Before
    public void open() {
        staging = new Staging(folder.getRoot().toPath().resolve("staged"), Limits.USUAL.maxOutputBytes());
        results = new Results(assets, blobs, intake, staging);
    }

    @After
    public void close() {
        database.close();
    }

    private static StagedOutput output(String job) {
        return new StagedOutput(Calls.ALICE, new JobId(job), 1, 0);
    }

    private void stage(StagedOutput output, byte[] bytes) throws IOException {
        try (StagedWriter out = results.stage(output)) {
            out.write(bytes);
            out.commit();
        }
    }

    private Inspected keep(byte[] bytes, Making making, PictureFormat.Type... format) throws IOException {
        stage(OUTPUT, bytes);
        Optional<PictureFormat> wanted = List.of(format).stream()
                .map(type -> new PictureFormat(type, 80))
                .findFirst();
        return results.keep(OUTPUT, making, wanted, 0).orElseThrow();
    }

    private byte[] kept(StagedOutput output) throws IOException {
        try (InputStream in = blobs.read(output.owner(), Results.key(output))) {
            return in.readAllBytes();
        }
    }

    private Asset adopt(StagedOutput output, Inspected found, Making making) {
        LibraryService library = new LibraryService(assets, blobs, intake, results, null, null, database, null);
        Lineage lineage = new Lineage(
                output.job(),
                0,
                "edit",
                making.model(),
                Optional.of("a secret wish"),
                Optional.empty(),
                making.inputs(),
                Optional.of(found.provenance()));
        return library.adopt(output, found, lineage);
    }

    @Test
    public void keepsAMarkedFileWithItsOwnSumAndSize() throws Exception {
        Inspected found = keep(Pictures.png(Pictures.gradient(20, 10)), GENERATED);
        byte[] file = kept(OUTPUT);
        assertEquals("image/png 20x10", found.mediaType() + " " + found.width() + "x" + found.height());
        assertEquals(file.length, found.bytes());
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(file);
        assertEquals(HexFormat.of().formatHex(sum), found.sha256());
        Map<String, String> properties = XmpReader.properties(file);
        assertEquals(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA.uri(), properties.get("DigitalSourceType"));
        assertEquals("vendor/model", properties.get("AISystemUsed"));
        assertEquals("image2ai:job_1/0", properties.get("identifier"));
        assertFalse(String.join(" ", XmpReader.packets(file)).contains(Calls.ALICE.value()));
        assertFalse("the staged file is gone", Files.exists(staging.file(OUTPUT)));
    }

    @Test
    public void marksWhatItPutsIntoAnotherFormat() throws Exception {
        for (PictureFormat.Type type : PictureFormat.Type.values()) {
            Inspected found = keep(Pictures.bytes("small.jpg"), GENERATED, type);
            assertEquals(type.mediaType(), found.mediaType());
            assertEquals(Optional.of(type.mediaType()), Pictures.mediaType(kept(OUTPUT)));
            assertEquals(
                    DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA.uri(),
                    XmpReader.properties(kept(OUTPUT)).get("DigitalSourceType"));
        }
    }

    @Test
    public void aVendorsManifestSurvivesUnlessAnotherFormatIsAskedFor() throws Exception {
        byte[] sealed = Containers.jpegWithManifest(Pictures.bytes("small.jpg"));
        Inspected found = keep(sealed, GENERATED);
        assertEquals(Provenance.Mark.C2PA, found.provenance().mark());
        assertArrayEquals(sealed, kept(OUTPUT));
        assertEquals(
                Provenance.Mark.C2PA,
                keep(sealed, GENERATED, PictureFormat.Type.JPEG).provenance().mark());
        Inspected converted = keep(sealed, GENERATED, PictureFormat.Type.WEBP);
        assertEquals(Provenance.Mark.XMP, converted.provenance().mark());
        assertEquals(
                "The vendor's C2PA manifest was lost, because another format was asked for.",
                converted.provenance().note());
        assertEquals(1, XmpReader.packets(kept(OUTPUT)).size());
    }

    @Test
    public void aDerivedPictureNamesItsIngredientAndSaysNoLess() throws Exception {
        byte[] png = Pictures.png(Pictures.gradient(20, 10));
        Asset first = adopt(OUTPUT, keep(png, GENERATED), GENERATED);
        StagedOutput next = output("job_2");
        stage(next, png);
        Making larger = new Making("embedded/lanczos", DigitalSourceType.ALGORITHMICALLY_ENHANCED, List.of(first.id()));
        Inspected found = results.keep(next, larger, Optional.empty(), 0).orElseThrow();
        Map<String, String> properties = XmpReader.properties(kept(next));
        assertEquals("image2ai:job_1/0", properties.get("DerivedFrom/documentID"));
        assertEquals("image2ai:" + first.id(), properties.get("DerivedFrom/instanceID"));
        assertEquals(
                DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA, found.provenance().source());
        assertEquals(
                found.provenance(),
                adopt(next, found, larger).lineage().orElseThrow().provenance().orElseThrow());
        StagedOutput last = output("job_3");
        stage(last, png);
        Making gone = new Making("e/x", DigitalSourceType.COMPOSITE, List.of(new AssetId("ast_gone")));
        assertEquals(
                DigitalSourceType.COMPOSITE,
                results.keep(last, gone, Optional.empty(), 0)
                        .orElseThrow()
                        .provenance()
                        .source());
    }

    @Test
    public void aThumbnailSaysWhatItsPictureIs() throws Exception {
        Thumbnails thumbnails = new Thumbnails(blobs, intake);
        for (PictureFormat.Type type : PictureFormat.Type.values()) {
            Asset asset = adopt(OUTPUT, keep(Pictures.bytes("small.jpg"), GENERATED, type), GENERATED);
            try (InputStream in = thumbnails.open(assets.find(asset.id()).orElseThrow(), 128)) {
                Map<String, String> properties = XmpReader.properties(in.readAllBytes());
                assertEquals(
                        asset.lineage()
                                .orElseThrow()
                                .provenance()
                                .orElseThrow()
                                .source()
                                .uri(),
                        properties.get("DigitalSourceType"));
                assertEquals("image2ai:" + asset.id(), properties.get("DerivedFrom/instanceID"));
            }
            thumbnails.remove(asset);
            assets.remove(asset.id());
        }
    }

    @Test
    public void saysThatAnOutputIsNoPicture() throws Exception {
        stage(OUTPUT, new byte[500]);
        PlatformException e =
                assertThrows(PlatformException.class, () -> results.keep(OUTPUT, GENERATED, Optional.empty(), 0));
        assertEquals("invalid_output", e.code());
        assertEquals(ErrorType.UPSTREAM, e.type());
        assertTrue(results.keep(OUTPUT, GENERATED, Optional.empty(), 0).isEmpty());
    }

    @Test
    public void anOutputThatIsTooLargeIsNotStaged() throws Exception {
        try (StagedWriter out = results.stage(OUTPUT)) {
            PlatformException e = assertThrows(PlatformException.class, () -> out.write(new byte[1_000_001]));
            assertEquals("output_too_large", e.code());
        }
        assertTrue(results.keep(OUTPUT, GENERATED, Optional.empty(), 0).isEmpty());
        assertEquals(0, staging.sweep(Instant.now().plusSeconds(60)));
    }

    @Test
    public void whatIsStagedAndNotKeptIsSweptWhenItIsOld() throws Exception {
        assertEquals(0, staging.sweep(Instant.now()));
        stage(OUTPUT, new byte[500]);
        assertEquals(0, staging.sweep(Instant.now().minusSeconds(60)));
        assertEquals(1, staging.sweep(Instant.now().plusSeconds(60)));
        assertTrue(results.keep(OUTPUT, GENERATED, Optional.empty(), 0).isEmpty());
    }

    @Test
    public void keepsNoWordOfAPromptInARowAndNoneAtAllOnceItsKeyIsDestroyed() throws Exception {
        Asset asset = adopt(OUTPUT, keep(Pictures.png(Pictures.gradient(20, 10)), GENERATED), GENERATED);
        assertEquals(
                Optional.of("a secret wish"),
                assets.find(asset.id()).orElseThrow().asset().lineage().flatMap(Lineage::prompt));
        String rows = database.dump();
        assertTrue(rows.contains(asset.id().value()));
        assertFalse(rows.contains("secret wish"));
        vault.destroy(Calls.ALICE, "results");
        assertEquals(
                Optional.empty(), assets.find(asset.id()).orElseThrow().asset().lineage());
        assertTrue(assets.remove(asset.id()));
    }
}
