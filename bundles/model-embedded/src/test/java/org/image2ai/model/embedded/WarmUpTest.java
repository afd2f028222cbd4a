package org.image2ai.model.embedded;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.model.embedded.illustrator.IllustratorModel;
import org.junit.Test;

public class WarmUpTest {
    private static EmbeddedModel model(Runnable warming) {
        ImageModel facts;
        try (IllustratorModel illustrator = new IllustratorModel()) {
            facts = illustrator.model();
        }
        return new EmbeddedModel() {
            @Override
            public ImageModel model() {
                return facts;
            }

            @Override
            public RenderResult render(RenderRequest request, RenderSession session) {
                throw new AssertionError("nobody asked for a picture");
            }

            @Override
            public void warmUp() {
                warming.run();
            }
        };
    }

    @Test
    public void oneThatFailsDoesNotKeepTheNextFromGettingReady() throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        EmbeddedModel failing = model(() -> {
            throw new IllegalStateException("no fonts");
        });
        WarmUp warmUp = WarmUp.start(List.of(failing, model(ready::countDown)), () -> {});
        assertTrue(ready.await(10, TimeUnit.SECONDS));
        warmUp.close();
    }

    @Test
    public void whoIsClosedWaitsForTheStepAndTakesNoOther() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean next = new AtomicBoolean();
        EmbeddedModel slow = model(() -> {
            begun.countDown();
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            ended.set(true);
        });
        WarmUp warmUp = WarmUp.start(List.of(slow, model(() -> next.set(true))), () -> {});
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        warmUp.close();
        assertTrue(ended.get());
        assertEquals(false, next.get());
    }

    @Test
    public void whoWaitsForTheBootIsClosedWithoutAStep() {
        AtomicBoolean begun = new AtomicBoolean();
        WarmUp warmUp = WarmUp.start(List.of(model(() -> begun.set(true))), () -> new CountDownLatch(1).await());
        warmUp.close();
        assertEquals(false, begun.get());
    }

    @Test
    public void theIllustratorGetsReadyWithoutARequest() {
        try (IllustratorModel illustrator = new IllustratorModel()) {
            illustrator.warmUp();
        }
    }
}
