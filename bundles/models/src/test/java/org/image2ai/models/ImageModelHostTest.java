package org.image2ai.models;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.junit.After;
import org.junit.Test;

/** What the installer of plugins hears. */
public class ImageModelHostTest {
    private final Stage stage = new Stage();

    @After
    public void close() {
        stage.close();
    }

    /** A provider that lists nothing at first, as one does that is put in, and then what is told. */
    private static ImageModelProvider listing(Callable<List<ImageModel>> models) {
        AtomicBoolean again = new AtomicBoolean();
        return new ImageModelProvider() {
            @Override
            public List<ImageModel> models() {
                if (!again.getAndSet(true)) {
                    return List.of();
                }
                try {
                    return models.call();
                } catch (Exception e) {
                    throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
                }
            }

            @Override
            public RenderResult render(RenderRequest request, RenderSession session) {
                throw new IllegalStateException("nothing to render");
            }
        };
    }

    private String failure() {
        return assertThrows(PlatformException.class, () -> stage.render(Stage.named("p/m")))
                .code();
    }

    @Test
    public void aCheckSaysWhatIsWrong() {
        stage.add(
                Fixtures.bundle(1, "1.0.0"),
                Stage.account("p", Map.of()),
                Fixtures.provider(Fixtures.model("1"), Stage::paint));
        assertEquals(Optional.empty(), stage.host.check(1));
        assertEquals(Optional.empty(), stage.host.check(99));
        stage.add(
                Fixtures.bundle(2, "1.0.0"),
                Stage.account("free", Map.of()),
                Fixtures.provider(Fixtures.unpriced(), Stage::paint));
        assertEquals(Optional.of("free has no price for m generate"), stage.host.check(2));
        stage.add(Fixtures.bundle(3, "1.0.0"), Stage.account("slow", Map.of()), listing(() -> {
            new CountDownLatch(1).await();
            return List.of();
        }));
        assertEquals(Optional.of("slow did not list its models within 1 s"), stage.host.check(3));
        stage.add(
                Fixtures.bundle(4, "1.0.0"),
                Stage.account("twice", Map.of()),
                listing(() -> List.of(Fixtures.model("1"), Fixtures.model("2"))));
        assertTrue(stage.host.check(4).orElseThrow().contains("lists two models m"));
    }

    @Test
    public void whoWatchesHearsOnceThatABundleIsBadOrGood() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        stage.add("p", "1", (request, session) -> {
            if (broken.get()) {
                throw new NoClassDefFoundError("org/example/Gone");
            }
            return Stage.paint(request, session);
        });
        BlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();
        stage.host.watch(1, 2, heard::add);
        failure();
        failure();
        String why = heard.poll(10, TimeUnit.SECONDS).orElseThrow();
        assertTrue(why, why.startsWith("2 of its first 2 works failed: provider_failed"));
        broken.set(false);
        stage.host.watch(1, 2, heard::add);
        stage.ticker.pass(Duration.ofSeconds(3));
        stage.render(Stage.named("p/m"));
        stage.render(Stage.named("p/m"));
        assertEquals(Optional.empty(), heard.poll(10, TimeUnit.SECONDS));
        stage.render(Stage.named("p/m"));
        assertTrue(heard.isEmpty());
    }
}
