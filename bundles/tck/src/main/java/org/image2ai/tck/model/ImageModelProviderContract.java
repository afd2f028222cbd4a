package org.image2ai.tck.model;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;

/** What every {@link ImageModelProvider} must do. A provider's test extends this and gives requests to try. */
public abstract class ImageModelProviderContract {
    private static final long PATIENCE_SECONDS = 120;

    /** The provider under test; called once or more in a test. */
    protected abstract ImageModelProvider provider();

    /** Requests that must succeed, quickly; at least one for each operation of each model. */
    protected abstract List<RenderRequest> samples();

    /** A request that is declared and yet must be refused while it runs, if the provider knows one. */
    protected Optional<RenderRequest> refused() {
        return Optional.empty();
    }

    /** The size of each result; empty when it cannot be told beforehand. */
    protected Optional<SizeLimits.Size> expectedSize(RenderRequest request) {
        return request.size();
    }

    /** Decodes a result; to be overridden for types that the JDK does not read. */
    protected BufferedImage decode(byte[] encoded) {
        return Pictures.decode(encoded);
    }

    @Test
    public void declaresModelsThatMakeSense() {
        List<ImageModel> models = provider().models();
        assertFalse("no models", models.isEmpty());
        Set<String> names = new HashSet<>();
        for (ImageModel model : models) {
            assertTrue("two models are named " + model.name(), names.add(model.name()));
            assertFalse(model.name() + " has no title", model.title().isBlank());
            assertTrue(
                    model.name() + " prefers a size that it does not allow",
                    model.size().follows() || model.size().allows(model.size().preferred()));
            assertTrue(
                    model.name() + " takes pictures of no pixels",
                    model.inputs().maxImages() == 0 || model.inputs().maxPixels() > 0);
            assertParameters(model);
            assertTrue(
                    model.name() + " inpaints without a mask",
                    !model.operations().equals(Set.of(Operation.INPAINT))
                            || model.inputs().mask() == InputLimits.Mask.REQUIRED);
        }
    }

    private static void assertParameters(ImageModel model) {
        Set<String> names = new HashSet<>(Set.of("width", "height"));
        for (ParameterSpec spec : model.parameters()) {
            String where = model.name() + "." + spec.name();
            assertTrue(where + " is declared twice or reserved", names.add(spec.name()));
            assertFalse(where + " has no description", spec.description().isBlank());
            assertEquals(
                    where + " has choices exactly when it is a choice",
                    spec.kind() == ParameterSpec.Kind.CHOICE,
                    !spec.choices().isEmpty());
            assertTrue(
                    where + " has an empty range",
                    spec.min().isEmpty()
                            || spec.max().isEmpty()
                            || spec.min().get() <= spec.max().get());
        }
    }

    @Test
    public void pricesEveryOperation() {
        for (ImageModel model : provider().models()) {
            Set<List<Object>> told = new HashSet<>();
            for (Price price : model.prices()) {
                assertTrue(model.name() + " is priced twice", told.add(List.of(price.operation(), price.where())));
                price.where().forEach((name, value) -> assertPossible(model, name, value));
            }
            assertEquals(
                    model.name() + " has other prices than operations",
                    model.operations(),
                    model.prices().stream().map(Price::operation).collect(Collectors.toSet()));
        }
    }

    /** A price for what nobody can ask for is a mistake, and hides that something else has none. */
    private static void assertPossible(ImageModel model, String name, String value) {
        String where = model.name() + " is priced for " + name + " " + value;
        if (name.equals("size")) {
            String[] sides = value.split("x");
            assertTrue(
                    where,
                    model.size().allows(new SizeLimits.Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]))));
            return;
        }
        ParameterSpec spec = model.parameters().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(where + ", which is no parameter"));
        assertTrue(where, spec.choices().isEmpty() || spec.choices().contains(value));
    }

    @Test
    public void hasASampleOfEveryOperation() {
        Set<String> sampled = samples().stream()
                .map(r -> r.model() + " " + r.operation().wireName())
                .collect(Collectors.toSet());
        for (ImageModel model : provider().models()) {
            for (Operation operation : model.operations()) {
                String wanted = model.name() + " " + operation.wireName();
                assertTrue("no sample of " + wanted, sampled.contains(wanted));
            }
        }
    }

    @Test
    public void rendersWhatItDeclares() {
        for (RenderRequest request : samples()) {
            RecordingRenderSession session = new RecordingRenderSession();
            RenderResult result = provider().render(request, session);
            assertFalse(name(request) + " gave no picture", result.images().isEmpty());
            Set<Integer> told = new HashSet<>();
            for (RenderResult.RenderedImage image : result.images()) {
                assertTrue("output " + image.output() + " is told twice", told.add(image.output()));
                assertTrue(
                        name(request) + " gave output " + image.output() + " of " + request.count(),
                        image.output() >= 0 && image.output() < request.count());
                assertPicture(request, session.outputs().get(image.output()));
            }
        }
    }

    private void assertPicture(RenderRequest request, RecordingRenderSession.Output output) {
        assertTrue(name(request) + ": an output was told but not written to its end", output != null);
        assertEquals(
                name(request) + " lies about the type",
                Optional.of(output.mediaType()),
                Pictures.mediaType(output.bytes()));
        BufferedImage picture = decode(output.bytes());
        expectedSize(request)
                .ifPresent(size -> assertEquals(
                        name(request) + " has another size",
                        size,
                        new SizeLimits.Size(picture.getWidth(), picture.getHeight())));
    }

    @Test
    public void progressIsAFractionThatNeverGoesBack() {
        for (RenderRequest request : samples()) {
            RecordingRenderSession session = new RecordingRenderSession();
            provider().render(request, session);
            double last = 0;
            for (double fraction : session.progressReports()) {
                assertTrue(name(request) + " went from " + last + " to " + fraction, fraction >= last && fraction <= 1);
                last = fraction;
            }
        }
    }

    @Test
    public void theSameSeedGivesTheSamePicture() {
        for (RenderRequest request : samples()) {
            if (request.parameters().containsKey("seed")) {
                assertEquals(name(request) + " is not the same again", pixels(request), pixels(request));
            }
        }
    }

    private Map<Integer, Integer> pixels(RenderRequest request) {
        RecordingRenderSession session = new RecordingRenderSession();
        provider().render(request, session);
        Map<Integer, Integer> hashes = new TreeMap<>();
        session.outputs().forEach((number, output) -> hashes.put(number, hash(decode(output.bytes()))));
        return hashes;
    }

    private static int hash(BufferedImage picture) {
        int width = picture.getWidth();
        int[] all = picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
        return java.util.Arrays.hashCode(all);
    }

    @Test
    public void endsSoonWhenNobodyWantsTheWorkAnyMore() throws Exception {
        for (RenderRequest request : samples()) {
            RecordingRenderSession session = new RecordingRenderSession();
            session.cancel();
            within(name(request) + " after the cancellation", () -> provider().render(request, session));
        }
    }

    @Test
    public void twoCanRenderAtTheSameTime() throws Exception {
        RenderRequest request = samples().get(0);
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Map<Integer, Integer>>> both =
                    workers.invokeAll(List.of(() -> pixels(request), () -> pixels(request)));
            for (Future<Map<Integer, Integer>> one : both) {
                assertFalse(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS).isEmpty());
            }
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    public void failsWithAPlatformExceptionWhenAnOutputIsTooLarge() {
        for (RenderRequest request : samples()) {
            RecordingRenderSession session = new RecordingRenderSession(10);
            try {
                provider().render(request, session);
                fail(name(request) + " told of pictures that could not be written");
            } catch (PlatformException e) {
                assertTrue(session.outputs().isEmpty());
            }
        }
    }

    @Test
    public void writesNothingWhenItRefuses() {
        refused().ifPresent(request -> {
            RecordingRenderSession session = new RecordingRenderSession();
            try {
                provider().render(request, session);
                fail(name(request) + " was not refused");
            } catch (PlatformException e) {
                assertFalse("no code", e.code().isBlank());
                assertTrue("a refused request left pictures", session.outputs().isEmpty());
            }
        });
    }

    private static void within(String what, Runnable work) throws InterruptedException {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            worker.submit(work).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            fail(what + " it still runs");
        } catch (ExecutionException e) {
            assertTrue(what + " it threw " + e.getCause(), e.getCause() instanceof PlatformException);
        } finally {
            worker.shutdownNow();
        }
    }

    private static String name(RenderRequest request) {
        return request.model() + " " + request.operation().wireName();
    }
}
