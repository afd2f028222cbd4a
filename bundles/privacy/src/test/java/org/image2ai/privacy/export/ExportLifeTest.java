package org.image2ai.privacy.export;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.ErasureFence;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.kit.jpa.Store;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

public class ExportLifeTest {
    private final TestExports exports = new TestExports();
    private final FakeParticipant library =
            new FakeParticipant("org.image2ai.library", Calls.ALICE).holdsPictures("uploads", 4, 100_000);

    @After
    public void close() {
        exports.close();
    }

    /** What does not depend on when the copy was made. */
    private static Map<String, byte[]> lasting(Map<String, byte[]> files) {
        Map<String, byte[]> lasting = new LinkedHashMap<>(files);
        lasting.remove("index.html");
        lasting.remove("manifest.json");
        return lasting;
    }

    @Test
    public void endsRightAfterADeathAtAnyInstant() throws Exception {
        exports.roster.add(library.holdsPictures("results", 1, 1_000));
        Map<String, byte[]> expected = lasting(exports.copy());
        int deaths = 0;
        for (boolean done : new boolean[] {false, true}) {
            for (int call = 1; diesAt(call, done, expected); call++) {
                deaths++;
            }
        }
        assertTrue(String.valueOf(deaths), deaths > 40);
    }

    /** @return whether the copy was not yet made when death came */
    private boolean diesAt(int call, boolean done, Map<String, byte[]> expected) throws IOException {
        exports.heard.clear();
        String request = "req_" + done + call;
        String id = exports.service.start(request, Calls.ALICE);
        exports.mortality.die(call, done);
        boolean died = false;
        try {
            exports.service.tick();
        } catch (Mortality.Death e) {
            died = true;
            assertEquals(List.of(), exports.heard);
        }
        exports.mortality.revive();
        exports.begin();
        exports.service.tick();
        assertEquals(List.of(request + " ended []"), exports.heard);
        Map<String, byte[]> files = exports.files(id);
        assertEquals(expected.keySet(), lasting(files).keySet());
        expected.forEach((name, content) -> assertArrayEquals(name, content, files.get(name)));
        exports.service.remove(exports.service.require(Calls.ALICE, id));
        return died;
    }

    @Test
    public void erasesWhatADeadProcessLeftOfACopyThatIsNoMore() {
        exports.roster.add(library);
        String id = exports.service.start("req_1", Calls.ALICE);
        exports.mortality.die(8, true);
        assertThrows(Mortality.Death.class, exports.service::tick);
        exports.mortality.revive();
        assertTrue(exports.blobCount() > 0);
        exports.rows.remove(id);
        exports.begin();
        exports.service.tick();
        assertEquals(0, exports.blobCount());
    }

    @Test
    public void isOneCopyForOneRequestHoweverOftenItIsAsked() {
        exports.roster.add(library);
        String id = exports.service.start("req_1", Calls.ALICE);
        assertEquals(id, exports.service.start("req_1", Calls.ALICE));
        exports.service.tick();
        assertEquals(id, exports.service.start("req_1", Calls.ALICE));
        exports.service.tick();
        assertEquals(List.of("req_1 ended []"), exports.heard);
        assertEquals(1, exports.mails.size());
    }

    @Test
    public void isErasedByItselfAfterSevenDays() throws Exception {
        exports.roster.add(library);
        exports.copy();
        String id = exports.rows.ofRequest("req_1").orElseThrow().id();
        exports.clock.set(Duration.ofDays(7).minusMinutes(1));
        exports.service.tick();
        assertTrue(exports.bytes(id).length > 0);
        exports.clock.set(Duration.ofDays(7).plusSeconds(1));
        assertThrows(PlatformException.class, () -> exports.bytes(id));
        exports.begin();
        exports.service.tick();
        assertEquals(Optional.empty(), exports.service.find(id));
        assertEquals(0, exports.blobCount());
    }

    @Test
    public void isNotThereForAnotherPerson() throws Exception {
        exports.roster.add(library);
        exports.copy();
        String id = exports.rows.ofRequest("req_1").orElseThrow().id();
        PlatformException refused = assertThrows(PlatformException.class, () -> exports.service.require(Calls.BOB, id));
        assertEquals("export_not_found", refused.code());
        assertEquals(
                List.of(),
                exports.service.list(Calls.BOB, PageRequest.first(10)).items());
    }

    @Test
    public void isNotBegunForAnAccountWhoseErasureBegan() {
        exports.service.setFence(account -> true);
        PlatformException refused =
                assertThrows(PlatformException.class, () -> exports.service.start("req_1", Calls.ALICE));
        assertEquals("account_erased", refused.code());
        ErasureFence open = account -> false;
        exports.service.setFence(open);
        exports.service.start("req_1", Calls.ALICE);
        exports.service.unsetFence(open);
    }

    @Test
    public void goesWithTheAccountAlsoWhileItIsMade() throws Exception {
        PrivacyPersonalData data = new PrivacyPersonalData(exports.service, new Store(exports.unit), exports.clock);
        exports.roster.add(library.holds("uploads", sink -> {
            HeldItem item = data.locate(Calls.ALICE, "exports", PageRequest.first(10))
                    .items()
                    .get(0);
            assertEquals(Outcome.notFound(), data.erase(Calls.BOB, item));
            assertEquals(Outcome.erased(), data.plan(Calls.ALICE, item));
            assertEquals(Outcome.erased(), data.erase(Calls.ALICE, item));
            assertEquals(Outcome.notFound(), data.erase(Calls.ALICE, item));
        }));
        exports.service.start("req_1", Calls.ALICE);
        exports.service.tick();
        assertEquals(0, exports.blobCount());
        assertEquals(List.of(), exports.heard);
        assertTrue(data.locate(Calls.ALICE, "exports", PageRequest.first(10))
                .items()
                .isEmpty());
    }

    @Test
    public void tellsOfItsEndUntilThatIsHeard() throws Exception {
        exports.roster.add(library);
        ExportListener deaf = new ExportListener() {
            @Override
            public void ended(String request, String exportId, List<String> gaps) {
                throw new IllegalStateException("not now");
            }

            @Override
            public void failed(String request, String exportId, String reason) {
                throw new IllegalStateException("not now");
            }
        };
        exports.service.addListener(deaf);
        exports.copy();
        assertEquals(0, exports.mails.size());
        exports.service.removeListener(deaf);
        exports.service.tick();
        exports.service.tick();
        assertEquals(1, exports.mails.size());
        assertEquals("export-ready", exports.mails.get(0).template());
    }

    @Test
    public void waitsForRoomAndFailsWhenThereIsNoneForHours() throws Exception {
        exports.roster.add(library);
        exports.mortality.full = PlatformException.exhausted("storage_full", "It is full.", true);
        String id = exports.service.start("req_1", Calls.ALICE);
        for (int hour = 0; hour < 20; hour++) {
            assertEquals(List.of(), exports.heard);
            exports.clock.set(Duration.ofHours(hour));
            exports.service.tick();
        }
        assertEquals(
                ExportView.State.FAILED, exports.service.find(id).orElseThrow().state());
        assertEquals(List.of("req_1 failed storage_full"), exports.heard);
        assertEquals(0, exports.mails.size());
        exports.mortality.full = null;
        String anew = exports.service.again("req_1", Calls.ALICE);
        exports.service.tick();
        assertTrue(exports.bytes(anew).length > 0);
    }

    @Test
    public void isReachedByTheMailedLinkAndByNoOther() throws Exception {
        exports.roster.add(library);
        exports.copy();
        Export export = exports.rows.ofRequest("req_1").orElseThrow();
        String link = exports.mails.get(0).values().get("link");
        String query = link.substring(link.indexOf('?') + 1);
        long expires = Long.parseLong(query.replaceAll("expires=(\\d+)&.*", "$1"));
        String signature = query.substring(query.indexOf("signature=") + 10);
        assertTrue(link, link.startsWith("https://images.example.org/api/v1/privacy/downloads/" + export.id()));
        exports.links.check(export, expires, signature);
        assertCode("invalid_signature", () -> exports.links.check(export, expires + 1, signature));
        assertCode("invalid_signature", () -> exports.links.check(export, expires, ""));
        String other = exports.service.start("req_2", Calls.ALICE);
        exports.service.tick();
        Export second = exports.rows.find(other).orElseThrow();
        assertCode("invalid_signature", () -> exports.links.check(second, expires, signature));
        exports.clock.set(Duration.ofHours(73));
        assertCode("link_expired", () -> exports.links.check(export, expires, signature));
        DownloadsResource door = new DownloadsResource(exports.service, exports.links);
        assertCode("link_expired", () -> door.download(export.id(), expires, signature, null));
    }

    private static void assertCode(String code, ThrowingRunnable call) {
        assertEquals(code, assertThrows(PlatformException.class, call).code());
    }

    @Test
    public void goesOnWhereADownloadBroke() throws Exception {
        exports.roster.add(library);
        exports.copy();
        Export export = exports.rows.ofRequest("req_1").orElseThrow();
        byte[] whole = exports.bytes(export.id());
        Archive archive = exports.service.archive(export);
        for (int from : new int[] {0, 1, 99_999, 100_200, whole.length - 1}) {
            ExportDownload.Span rest =
                    ExportDownload.span("bytes=" + from + "-", whole.length).orElseThrow();
            try (InputStream in = archive.open(rest.from(), rest.length())) {
                assertArrayEquals(Arrays.copyOfRange(whole, from, whole.length), in.readAllBytes());
            }
        }
        ExportDownload.Span end = ExportDownload.span("bytes=-22", whole.length).orElseThrow();
        assertEquals(new ExportDownload.Span(whole.length - 22, whole.length - 1), end);
        assertEquals(
                0,
                ExportDownload.span("bytes=" + whole.length + "-", whole.length)
                        .orElseThrow()
                        .length());
        assertEquals(Optional.empty(), ExportDownload.span("lines=1-2", whole.length));
        assertEquals(Optional.empty(), ExportDownload.span("bytes=5-2", whole.length));
    }
}
