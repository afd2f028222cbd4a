package org.image2ai.models;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.ProviderAccount;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RequestCheck;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.tck.Calls;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** Providers that behave as told, and the registry around them. */
final class Fixtures {
    private static final List<ParameterSpec> PARAMETERS =
            List.of(ParameterSpec.seed(), ParameterSpec.choice("style", List.of("oil", "ink"), "How it is drawn."));

    private Fixtures() {}

    /** What a provider does with a request. */
    interface Behaviour {
        RenderResult render(RenderRequest request, RenderSession session) throws Exception;
    }

    static ImageModel model(String credits) {
        return named("m", credits);
    }

    static ImageModel named(String name, String credits) {
        return model(name, PARAMETERS, prices(credits), "local");
    }

    static ImageModel model(List<Price> prices) {
        return model("m", PARAMETERS, prices, "local");
    }

    static ImageModel inRegion(String region, String credits) {
        return model("m", PARAMETERS, prices(credits), region);
    }

    static ImageModel withoutParameters(String credits) {
        return model("m", List.of(), prices(credits), "local");
    }

    /** A model that can do more than it has a price for. */
    static ImageModel unpriced() {
        return model(List.of(Price.creditsPerImage(Operation.UPSCALE, "1")));
    }

    private static List<Price> prices(String credits) {
        return List.of(Price.creditsPerImage(Operation.GENERATE, credits));
    }

    private static ImageModel model(String name, List<ParameterSpec> parameters, List<Price> prices, String region) {
        return new ImageModel(
                name,
                "A model",
                Set.of(Operation.GENERATE),
                InputLimits.promptOnly(100),
                SizeLimits.range(64, 512, 8, new SizeLimits.Size(256, 128)),
                parameters,
                4,
                prices,
                region);
    }

    static ImageModelProvider provider(ImageModel model, Behaviour behaviour) {
        return new ImageModelProvider() {
            @Override
            public List<ImageModel> models() {
                return List.of(model);
            }

            @Override
            public RenderResult render(RenderRequest request, RenderSession session) {
                try {
                    return behaviour.render(request, session);
                } catch (Exception e) {
                    throw Fixtures.<RuntimeException>sneaky(e);
                }
            }
        };
    }

    /** A provider that also looks at requests before. */
    private record Checking(ImageModelProvider provider, RequestCheck check)
            implements ImageModelProvider, RequestCheck {
        @Override
        public List<ImageModel> models() {
            return provider.models();
        }

        @Override
        public RenderResult render(RenderRequest request, RenderSession session) {
            return provider.render(request, session);
        }

        @Override
        public void check(RenderRequest request) {
            check.check(request);
        }
    }

    static ImageModelProvider checking(ImageModelProvider provider, RequestCheck check) {
        return new Checking(provider, check);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E sneaky(Exception e) throws E {
        throw (E) e;
    }

    static RouteRequest request(String model, Map<String, Object> parameters, int count) {
        return new RouteRequest(
                Calls.of(Calls.ALICE),
                Operation.GENERATE,
                model,
                Optional.of("a fox"),
                List.of(),
                parameters,
                count,
                Optional.empty(),
                "job_1/1");
    }

    /** An account with an id and the usual limits. */
    static ProviderAccount account(String id) {
        return ProviderAccount.of(Map.of("image2ai.provider.local", true, "image2ai.provider.vendor", "Test"), id);
    }

    /** A file that nobody wrote yet. */
    static Path costs() {
        return Path.of("target", "costs", UUID.randomUUID() + ".properties");
    }

    static Origin bundle(long id, String version) {
        return new Origin(id, "test", Version.parseVersion(version), () -> true);
    }

    static LiveProvider add(ProviderRegistry registry, String id, ImageModelProvider provider) {
        return add(registry, reference(), bundle(1, "1.0.0"), account(id), provider);
    }

    static LiveProvider add(
            ProviderRegistry registry,
            ServiceReference<ImageModelProvider> reference,
            Origin origin,
            ProviderAccount account,
            ImageModelProvider provider) {
        LiveProvider live = new LiveProvider(origin, account, provider, registry.means());
        live.listed(provider.models());
        registry.add(reference, live);
        return live;
    }

    @SuppressWarnings("unchecked")
    static ServiceReference<ImageModelProvider> reference() {
        return (ServiceReference<ImageModelProvider>) Proxy.newProxyInstance(
                Fixtures.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "compareTo" ->
                        Integer.compare(System.identityHashCode(proxy), System.identityHashCode(args[0]));
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == args[0];
                    default -> null;
                });
    }

    /** The defaults of a configuration, but for some. */
    static ModelsConfig config(Map<String, Object> others) {
        return (ModelsConfig) Proxy.newProxyInstance(
                Fixtures.class.getClassLoader(),
                new Class<?>[] {ModelsConfig.class},
                (proxy, method, args) -> others.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    /** Impatient: a second for a rendering, none for what is cancelled. */
    static Map<String, Object> impatient() {
        return Map.of(
                "maxConcurrent", 1,
                "timeoutSeconds", 1,
                "listSeconds", 1,
                "refreshSeconds", 3600,
                "failuresToTrip", 2,
                "waitSeconds", 0,
                "graceSeconds", 1);
    }

    /** Time that goes on when it is told to. */
    static final class FakeTicker implements Ticker {
        private long nanos;
        private Instant start = Instant.parse("2026-03-01T12:00:00Z");

        @Override
        public synchronized long nanos() {
            return nanos;
        }

        @Override
        public synchronized Instant now() {
            return start.plusNanos(nanos);
        }

        synchronized void pass(Duration time) {
            nanos += time.toNanos();
        }
    }
}
