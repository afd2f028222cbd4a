package org.image2ai.models;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.ProviderStatus.Health;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RequestCheck;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RouteResult;
import org.image2ai.tck.model.RecordingRenderSession;
import org.junit.After;
import org.junit.Test;

public class RouterTest {
    private final Fixtures.FakeTicker ticker = new Fixtures.FakeTicker();
    private final ProviderRegistry registry =
            new ProviderRegistry(Fixtures.config(Fixtures.impatient()), ticker, Fixtures.costs());
    private final Router router = new Router(registry, new Watches(registry));
    private final RecordingRenderSession session = new RecordingRenderSession();

    @After
    public void close() {
        registry.close();
    }

    private void provider(String id, String credits, Fixtures.Behaviour behaviour) {
        Fixtures.add(registry, id, Fixtures.provider(Fixtures.model(credits), behaviour));
    }

    private static RenderResult paint(RenderRequest request, RenderSession session) throws Exception {
        try (OutputStream out = session.output(0, "image/png")) {
            out.write(1);
        }
        return RenderResult.of(List.of(new RenderedImage(0, Optional.of(7L))), Map.of());
    }

    private static RouteRequest auto() {
        return Fixtures.request("auto", Map.of(), 1);
    }

    private String failure(RouteRequest request) {
        return assertThrows(PlatformException.class, () -> router.render(request, session))
                .code();
    }

    private void assertRefused(String code, String field, RouteRequest request) {
        PlatformException e = assertThrows(PlatformException.class, () -> router.quote(request));
        assertEquals(code, e.code());
        assertEquals(Optional.of(field), e.field());
    }

    @Test
    public void takesTheCheapestModelThatCanDoIt() {
        provider("dear", "3", RouterTest::paint);
        provider("cheap", "0.5", RouterTest::paint);
        assertEquals("cheap/m", router.quote(auto()).model());
        RouteRequest four = Fixtures.request("auto", Map.of(), 4);
        assertEquals(new BigDecimal("2.0"), router.quote(four).credits());
        assertEquals(
                "dear/m", router.quote(Fixtures.request("dear/m", Map.of(), 1)).model());
    }

    private void checking(String id, String credits, RequestCheck check) {
        ImageModelProvider plain = Fixtures.provider(Fixtures.model(credits), RouterTest::paint);
        Fixtures.add(registry, id, Fixtures.checking(plain, check));
    }

    private static void notUnderstood(RenderRequest request) {
        throw PlatformException.invalid("instruction_not_understood", "What is a fox?")
                .withField("prompt");
    }

    @Test
    public void refusesWhatTheOnlyModelDoesNotUnderstand() {
        checking("p", "1", RouterTest::notUnderstood);
        assertRefused("instruction_not_understood", "prompt", auto());
    }

    @Test
    public void takesTheModelThatUnderstandsThough() {
        checking("cheap", "1", RouterTest::notUnderstood);
        provider("dear", "3", RouterTest::paint);
        assertEquals("dear/m", router.quote(auto()).model());
        assertEquals("dear/m", router.render(auto(), session).model());
    }

    @Test
    public void aCheckThatFailsOrHangsRefusesNothing() {
        CountDownLatch never = new CountDownLatch(1);
        checking("hanging", "1", request -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        checking("failing", "2", request -> {
            throw new IllegalStateException("a fault of the plugin");
        });
        assertEquals("hanging/m", router.quote(auto()).model());
        assertEquals(
                "failing/m",
                router.quote(Fixtures.request("failing/m", Map.of(), 1)).model());
        never.countDown();
    }

    @Test
    public void refusesByNameWhatNoModelDeclares() {
        provider("p", "1", RouterTest::paint);
        assertRefused("unknown_model", "model", Fixtures.request("p/other", Map.of(), 1));
        assertRefused("unknown_parameter", "parameters.cfg", Fixtures.request("auto", Map.of("cfg", 7L), 1));
        assertRefused("invalid_parameter", "parameters.style", Fixtures.request("auto", Map.of("style", "wax"), 1));
        assertRefused("invalid_parameter", "parameters.width", Fixtures.request("auto", Map.of("width", 65L), 1));
        assertRefused("invalid_parameter", "parameters.height", Fixtures.request("auto", Map.of("height", 4096L), 1));
        assertRefused("invalid_parameter", "parameters.seed", Fixtures.request("auto", Map.of("seed", -1L), 1));
        assertRefused("invalid_count", "count", Fixtures.request("auto", Map.of(), 5));
    }

    @Test
    public void saysWhenNothingFitsThePriceCeiling() {
        provider("p", "2", RouterTest::paint);
        RouteRequest request = auto();
        RouteRequest poor = new RouteRequest(
                request.context(),
                request.operation(),
                request.model(),
                request.prompt(),
                request.inputs(),
                request.parameters(),
                1,
                Optional.of(BigDecimal.ONE),
                "k");
        assertEquals("price_ceiling", failure(poor));
    }

    @Test
    public void theNextCandidateRunsWhenTheFirstFails() {
        provider("first", "1", (r, s) -> {
            throw PlatformException.upstream("vendor_down", "down", true);
        });
        provider("second", "2", RouterTest::paint);
        RouteResult result = router.render(auto(), session);
        assertEquals("second/m", result.model());
        assertEquals(2, result.attempts().size());
        assertEquals("vendor_down", result.attempts().get(0).error());
    }

    @Test
    public void whatAVendorRefusesAsUnsafeIsNotTriedElsewhere() {
        provider("first", "1", (r, s) -> {
            throw PlatformException.denied("content_refused", "no");
        });
        provider("second", "2", RouterTest::paint);
        assertEquals("content_refused", failure(auto()));
    }

    @Test
    public void anErrorOfAProviderIsAFailureOfItsRendering() {
        provider("p", "1", (r, s) -> {
            throw new StackOverflowError();
        });
        assertEquals("provider_failed", failure(auto()));
    }

    @Test
    public void theMethodThatRanSaysWhatThePictureIs() {
        provider("p", "1", (r, s) -> paint(r, s).madeAs(DigitalSourceType.ALGORITHMIC_MEDIA));
        RouteResult result = router.render(auto(), session);
        assertEquals(DigitalSourceType.ALGORITHMIC_MEDIA, result.source());
    }

    @Test
    public void garbageIsNotBelieved() {
        provider("null", "1", (r, s) -> null);
        assertEquals("provider_failed", failure(Fixtures.request("null/m", Map.of(), 1)));
        provider("liar", "1", (r, s) -> RenderResult.of(List.of(new RenderedImage(0, Optional.empty())), Map.of()));
        assertEquals("provider_no_output", failure(Fixtures.request("liar/m", Map.of(), 1)));
        provider("beyond", "1", (r, s) -> {
            s.output(9, "image/png").close();
            return null;
        });
        assertEquals("provider_failed", failure(Fixtures.request("beyond/m", Map.of(), 1)));
    }

    @Test
    public void detailsThatAreNoJsonBecomeText() {
        provider("p", "1", (r, s) -> {
            paint(r, s);
            Map<String, Object> odd = Map.of("nan", Double.NaN, "thread", Thread.class, "list", List.of(1, Set.of()));
            return RenderResult.of(List.of(new RenderedImage(0, Optional.empty())), odd);
        });
        assertEquals(
                Map.of("nan", "NaN", "thread", "class java.lang.Thread", "list", List.of(1, "[]")),
                router.render(auto(), session).result().details());
    }

    @Test
    public void aProviderThatHangsIsGivenUpAndKeepsOnlyItsPermit() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch wroteLate = new CountDownLatch(1);
        provider("p", "1", (r, s) -> {
            OutputStream out = s.output(0, "image/png");
            while (true) {
                try {
                    release.await();
                    break;
                } catch (InterruptedException e) {
                    // it does not listen
                }
            }
            out.write(1);
            out.close();
            s.progress(1, "late");
            wroteLate.countDown();
            return RenderResult.of(List.of(new RenderedImage(0, Optional.empty())), Map.of());
        });
        assertEquals("provider_timeout", failure(auto()));
        assertEquals(1, registry.providers().get(0).abandoned());
        assertEquals("provider_busy", failure(auto()));
        release.countDown();
        assertTrue(wroteLate.await(5, TimeUnit.SECONDS));
        assertTrue(
                "a rendering that was given up left a picture",
                session.outputs().isEmpty());
        assertTrue(
                "a rendering that was given up was heard",
                session.progressReports().isEmpty());
    }

    @Test
    public void whoFloodsItsSessionIsHeardNowAndThen() {
        session.wantPreviews(2);
        provider("p", "1", (r, s) -> {
            for (int i = 0; i < 100_000; i++) {
                s.progress(i / 100_000.0, "more");
                s.preview(0, "image/png", new byte[1]);
            }
            s.progress(1, "done");
            return paint(r, s);
        });
        router.render(auto(), session);
        assertTrue(session.progressReports().size() < 100);
        assertEquals(
                1.0, session.progressReports().get(session.progressReports().size() - 1), 0);
        assertEquals(2, session.previews().size());
    }

    @Test
    public void cancelledWorkEndsAtOnce() {
        provider("p", "1", (r, s) -> {
            session.cancel();
            new CountDownLatch(1).await();
            return null;
        });
        assertEquals("cancelled", failure(auto()));
    }

    @Test
    public void aProviderThatFailsAgainAndAgainRests() {
        provider("p", "1", (r, s) -> {
            throw PlatformException.upstream("vendor_down", "down", true);
        });
        failure(auto());
        failure(auto());
        assertEquals(Health.FAILING, registry.providers().get(0).health());
        assertEquals("no_model_available", failure(auto()));
    }

    @Test
    public void aCheckpointIsShownOnlyToTheModelThatSavedIt() {
        provider("first", "1", (r, s) -> {
            s.checkpoint("task-1");
            throw PlatformException.upstream("vendor_down", "down", true);
        });
        Optional<?>[] seen = new Optional<?>[1];
        provider("second", "2", (r, s) -> {
            seen[0] = s.checkpoint();
            return paint(r, s);
        });
        router.render(auto(), session);
        assertEquals(Optional.empty(), seen[0]);
        assertEquals(Optional.of("first/m\ntask-1"), session.checkpoint());
    }
}
