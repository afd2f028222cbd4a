package org.image2ai.privacy.export;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.Disclosures;
import org.image2ai.api.privacy.Disclosures.Disclosure;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Test;

public class ExportTest {
    private static final String LIBRARY = "org.image2ai.library";

    private final TestExports exports = new TestExports();
    private final FakeParticipant library = new FakeParticipant(LIBRARY, Calls.ALICE);

    @After
    public void close() {
        exports.close();
    }

    private static String media(int item, String name) {
        return String.format("media/%s/uploads/%06d-1-%s", LIBRARY, item, name);
    }

    /** Content that breaks off after some bytes. */
    private static InputStream broken(int bytes) {
        InputStream fails = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        return new SequenceInputStream(FakeParticipant.picture(1, bytes), fails);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> json, String name) {
        return (List<Map<String, Object>>) json.get(name);
    }

    @Test
    public void holdsEveryFileByteForByte() throws Exception {
        exports.roster.add(library.holdsPictures("uploads", 10, 200_000));
        Map<String, byte[]> files = exports.copy();
        for (int i = 0; i < 10; i++) {
            assertArrayEquals(FakeParticipant.content(i, 200_000), files.get(media(i + 1, "picture-" + i + ".png")));
        }
        assertEquals(List.of("req_1 ended []"), exports.heard);
    }

    @Test
    public void readsTheSameFromFrontToBackAndByItsDirectory() throws Exception {
        exports.roster.add(library.holdsPictures("uploads", 4, 70_000).holds("words", sink -> sink.data(Map.of())));
        exports.copy();
        byte[] zip = exports.bytes(exports.rows.ofRequest("req_1").orElseThrow().id());
        Map<String, byte[]> files = Zips.stream(zip);
        Map<String, byte[]> listed = Zips.directory(zip);
        assertEquals(files.keySet(), listed.keySet());
        files.forEach((name, content) -> assertArrayEquals(name, content, listed.get(name)));
    }

    @Test
    public void listsEveryOtherFileWithItsTrueSizeAndSha256() throws Exception {
        exports.roster.add(library.holdsPictures("uploads", 5, 1_000));
        Map<String, byte[]> files = exports.copy();
        Map<String, String> listed = new HashMap<>();
        for (Map<String, Object> entry : rows(TestExports.json(files, "manifest.json"), "entries")) {
            String name = (String) entry.get("name");
            listed.put(name, (String) entry.get("sha256"));
            assertEquals(name, files.get(name).length, ((Number) entry.get("bytes")).intValue());
            assertEquals(name, Zips.sha256(files.get(name)), entry.get("sha256"));
        }
        assertEquals(files.size() - 1, listed.size());
        assertFalse(listed.containsKey("manifest.json"));
    }

    @Test
    public void holdsTheDataOfEveryHoldingWithASchemaAndTheRecipientsByName() throws Exception {
        exports.roster.add(library.holdsPictures("uploads", 7, 10).holds("none"));
        exports.roster.addRecipient("org.image2ai.model-x", "Example, Inc.");
        Map<String, byte[]> files = exports.copy();
        List<?> data = Notes.JSON.readValue(files.get("data/" + LIBRARY + "/uploads.json"), List.class);
        assertEquals(7, data.size());
        Map<?, ?> sixth = (Map<?, ?>) data.get(5);
        assertEquals("a fox <5> & more", ((Map<?, ?>) sixth.get("data")).get("prompt"));
        Map<?, ?> file = (Map<?, ?>) ((List<?>) sixth.get("files")).get(0);
        assertEquals(media(6, "picture-5.png"), file.get("path"));
        assertEquals(Zips.sha256(FakeParticipant.content(5, 10)), file.get("sha256"));
        assertEquals(List.of(), Notes.JSON.readValue(files.get("data/" + LIBRARY + "/none.json"), List.class));
        String schema = new String(files.get("schema/dpv-pd.Picture.schema.json"), StandardCharsets.UTF_8);
        assertTrue(schema, schema.contains("\"prompt\":{\"type\":[\"string\"]}"));
        assertTrue(new String(files.get("recipients.json"), StandardCharsets.UTF_8).contains("Example, Inc."));
        Map<String, Object> recipient =
                rows(TestExports.json(files, "manifest.json"), "recipients").get(0);
        assertEquals("Example, Inc.", recipient.get("name"));
        assertEquals("POSSIBLY", recipient.get("received"));
    }

    @Test
    public void namesTheRecipientsThatReallyGotSomethingOfThisPerson() throws Exception {
        Disclosure made = new Disclosure("org.vendor.seen", "", "", Instant.EPOCH, Instant.EPOCH);
        exports.roster.add(library.holdsPictures("uploads", 1, 10)
                .tells(new Disclosures(Set.of("image-models"), true, List.of(made))));
        exports.roster.addRecipient("org.vendor.seen", "Seen, Inc.");
        exports.roster.addRecipient("org.vendor.never", "Never, Inc.");
        Map<String, byte[]> files = exports.copy();
        List<Map<String, Object>> recipients = rows(TestExports.json(files, "manifest.json"), "recipients");
        assertEquals(1, recipients.size());
        assertEquals("Seen, Inc.", recipients.get(0).get("name"));
        assertEquals("YES", recipients.get(0).get("received"));
        assertFalse(new String(files.get("index.html"), StandardCharsets.UTF_8).contains("Never, Inc."));
    }

    @Test
    public void canBeReadWithoutANetworkAndWithoutAScript() throws Exception {
        exports.roster.add(library.holdsPictures("uploads", 501, 10));
        Map<String, byte[]> files = exports.copy();
        String index = new String(files.get("index.html"), StandardCharsets.UTF_8);
        assertTrue(index, index.contains("<a href=\"data/" + LIBRARY + "/uploads.json\">"));
        assertTrue(index, index.contains("<a href=\"read/" + LIBRARY + "/uploads-2.html\">"));
        String page = new String(files.get("read/" + LIBRARY + "/uploads-1.html"), StandardCharsets.UTF_8);
        assertTrue(page.contains("a fox &lt;0&gt; &amp; more"));
        assertTrue(page.contains("src=\"../../" + media(1, "picture-0.png") + "\""));
        assertFalse(page.contains("<script") || page.contains("http"));
        String last = new String(files.get("read/" + LIBRARY + "/uploads-2.html"), StandardCharsets.UTF_8);
        assertTrue(last.contains("a fox &lt;500&gt; &amp; more"));
    }

    @Test
    public void namesWhatIsMissingAndHoldsAllElse() throws Exception {
        exports.roster.add(library.holdsPictures("uploads", 2, 10)
                .holds("uploads", sink -> {
                    sink.data(Map.of("prompt", "lost"));
                    sink.gap("lost.png", "The file of the picture cannot be read.");
                })
                .holds("uploads", sink -> {
                    throw PlatformException.notFound("asset", "ast_1");
                })
                .holds("uploads", sink -> sink.file("bad.png", "image/png", broken(0))));
        Map<String, byte[]> files = exports.copy();
        Map<String, Object> manifest = TestExports.json(files, "manifest.json");
        assertEquals(false, manifest.get("complete"));
        assertEquals(
                List.of("lost.png", "an item", "bad.png"),
                rows(manifest, "gaps").stream().map(gap -> gap.get("name")).toList());
        assertTrue(new String(files.get("index.html"), StandardCharsets.UTF_8).contains("GAP: lost.png"));
        assertTrue(files.containsKey(media(2, "picture-1.png")));
        assertEquals(1, exports.heard.size());
        assertTrue(exports.heard.get(0), exports.heard.get(0).contains("uploads lost.png: The file"));
    }

    @Test
    public void makesAPartAgainWhenAFileBreaksOffAndLeavesOutWhatBreaksOffTwice() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        exports.roster.add(library.holdsPictures("uploads", 1, 10)
                .holds(
                        "uploads",
                        sink -> sink.file(
                                "once.png",
                                "image/png",
                                tries.incrementAndGet() == 1 ? broken(300_000) : FakeParticipant.picture(1, 400_000)))
                .holds("uploads", sink -> sink.file("never.png", "image/png", broken(300_000))));
        Map<String, byte[]> files = exports.copy();
        assertArrayEquals(FakeParticipant.content(1, 400_000), files.get(media(2, "once.png")));
        assertTrue(files.containsKey(media(1, "picture-0.png")));
        assertTrue(files.keySet().stream().noneMatch(name -> name.contains("never")));
        assertEquals(
                List.of("never.png"),
                rows(TestExports.json(files, "manifest.json"), "gaps").stream()
                        .map(gap -> gap.get("name"))
                        .toList());
    }

    @Test
    public void waitsForABundleThatIsNotThereAndThenNamesItAsMissing() throws Exception {
        exports.roster.add(library.holdsPictures("uploads", 3, 10).holdsPictures("results", 3, 10));
        exports.roster.add(new FakeParticipant("org.image2ai.notify", Calls.ALICE).holds("mails", sink -> {}));
        exports.roster.absent.add(LIBRARY);
        String id = exports.service.start("req_1", Calls.ALICE);
        exports.service.tick();
        assertEquals(
                ExportView.State.RUNNING, exports.service.find(id).orElseThrow().state());
        assertThrows(PlatformException.class, () -> exports.bytes(id));
        for (int minutes = 1; minutes <= 3; minutes++) {
            exports.clock.set(Duration.ofMinutes(minutes));
            exports.service.tick();
        }
        ExportView view = exports.service.find(id).orElseThrow();
        assertEquals(ExportView.State.READY, view.state());
        assertEquals(List.of(LIBRARY + ": The bundle " + LIBRARY + " is not there."), view.missing());
        assertEquals(2, view.gaps());
        assertEquals(1, view.items());
        assertTrue(exports.heard.get(0), exports.heard.get(0).startsWith("req_1 ended [" + LIBRARY + ": The bundle"));
    }

    @Test
    public void isWholeWhenTheBundleComesBackAndItIsMadeAnew() throws Exception {
        exports.roster.add(library.holdsPictures("uploads", 3, 10));
        exports.roster.absent.add(LIBRARY);
        String id = exports.service.start("req_1", Calls.ALICE);
        for (int minutes = 0; minutes <= 3; minutes++) {
            exports.clock.set(Duration.ofMinutes(minutes));
            exports.service.tick();
        }
        exports.roster.absent.clear();
        String anew = exports.service.again("req_1", Calls.ALICE);
        exports.service.tick();
        assertTrue(exports.service.find(id).isEmpty());
        assertEquals(0, exports.service.find(anew).orElseThrow().gaps());
        assertTrue(exports.files(anew).containsKey(media(3, "picture-2.png")));
    }

    @Test
    public void reachesNothingForOneWhoAnswersLate() throws Exception {
        AtomicReference<ExportSink> kept = new AtomicReference<>();
        exports.roster.add(library.holds("uploads", kept::set).holdsPictures("uploads", 2, 10));
        Map<String, byte[]> files = exports.copy();
        assertThrows(IllegalStateException.class, () -> kept.get().data(Map.of("late", true)));
        assertThrows(IllegalStateException.class, () -> kept.get()
                .file("late.png", "image/png", new ByteArrayInputStream(new byte[1])));
        assertEquals(
                2,
                files.keySet().stream()
                        .filter(name -> name.startsWith("media/"))
                        .count());
    }
}
