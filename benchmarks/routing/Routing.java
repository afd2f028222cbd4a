package org.image2ai.models;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.CallContext;
import org.image2ai.api.Money;
import org.image2ai.api.Purpose;
import org.image2ai.api.RequestId;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.ProviderAccount;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.Routing.Strictness;
import org.image2ai.api.model.RoutingPolicy;
import org.image2ai.api.model.SizeLimits;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** Times the router's choice among 200 models of 20 providers, of which some lack what is asked for. */
public final class Routing {
    private static final int PROVIDERS = 20;
    private static final int MODELS = 10;
    private static final int WARM_UP = 60_000;
    private static final int CALLS = 20_000;
    private static final int ROUNDS = 5;

    private Routing() {}

    public static void main(String[] arguments) {
        for (int refusing : new int[] {0, 50, 90}) {
            print(refusing);
        }
    }

    private static void print(int refusing) {
        ModelsConfig config = (ModelsConfig) Proxy.newProxyInstance(
                Routing.class.getClassLoader(),
                new Class<?>[] {ModelsConfig.class},
                (proxy, method, args) -> method.getDefaultValue());
        ProviderRegistry registry = new ProviderRegistry(config, Ticker.SYSTEM, Path.of("no-such-costs.properties"));
        for (int i = 0; i < PROVIDERS; i++) {
            add(registry, "provider-" + i, i * 100 < refusing * PROVIDERS);
        }
        Router router = new Router(registry, new Watches(registry));
        System.out.printf(
                "%n%d models, of which %d %% lack what is asked for; microseconds, quietest of %d rounds%n%-14s%8s%8s%8s%n",
                registry.models().size(), refusing, ROUNDS, "policy", "p50", "p99", "p99.9");
        for (RoutingPolicy policy : RoutingPolicy.values()) {
            time(router, policy);
        }
        registry.close();
    }

    /** Other work of the machine is in some rounds and not in others. */
    private static void time(Router router, RoutingPolicy policy) {
        round(router, policy, WARM_UP);
        long[] best = round(router, policy, CALLS);
        for (int i = 1; i < ROUNDS; i++) {
            long[] round = round(router, policy, CALLS);
            best = at(round, 0.99) < at(best, 0.99) ? round : best;
        }
        System.out.printf(
                "%-14s%8.1f%8.1f%8.1f%n", policy.wireName(), at(best, 0.5), at(best, 0.99), at(best, 0.999));
    }

    private static long[] round(Router router, RoutingPolicy policy, int calls) {
        long[] nanos = new long[calls];
        for (int i = 0; i < calls; i++) {
            RouteRequest request = request(policy, i);
            long began = System.nanoTime();
            router.quote(request);
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)] / 1e3;
    }

    private static RouteRequest request(RoutingPolicy policy, int number) {
        CallContext context = new CallContext(
                new AccountId("acc_bench"),
                new RequestId("req_" + number),
                Purpose.SERVICE,
                Instant.now().plusSeconds(60));
        return new RouteRequest(
                context,
                Operation.GENERATE,
                ImageRouter.AUTO,
                Optional.of("a red fox in a snowy forest at night"),
                List.of(),
                Map.of("width", 768L, "height", 512L, "seed", 7L, "style", "ink"),
                1,
                Optional.of(BigDecimal.valueOf(1_000)),
                "",
                new org.image2ai.api.model.Routing(
                        Optional.of(policy),
                        Strictness.STRICT,
                        Set.of("nobody"),
                        Set.of(),
                        Optional.empty(),
                        Optional.of("conversation")));
    }

    private static void add(ProviderRegistry registry, String id, boolean lacking) {
        List<ImageModel> models = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            models.add(model("model-" + i, 1 + i, lacking));
        }
        ImageModelProvider provider = new ImageModelProvider() {
            @Override
            public List<ImageModel> models() {
                return models;
            }

            @Override
            public RenderResult render(RenderRequest request, RenderSession session) {
                throw new IllegalStateException("nothing is rendered here");
            }
        };
        Origin origin = new Origin(id.hashCode(), "org.image2ai.model." + id, Version.emptyVersion, () -> true);
        LiveProvider live =
                new LiveProvider(origin, ProviderAccount.of(Map.of(), id), provider, registry.means());
        live.listed(models);
        registry.add(reference(), live);
    }

    private static ImageModel model(String name, int credits, boolean lacking) {
        return new ImageModel(
                name,
                name,
                Set.of(Operation.GENERATE),
                InputLimits.promptOnly(4_000),
                SizeLimits.range(64, 2_048, 8, new SizeLimits.Size(1_024, 1_024)),
                List.of(
                        ParameterSpec.seed(),
                        ParameterSpec.integer("steps", 1, 50, "How many."),
                        ParameterSpec.choice("style", List.of("oil", lacking ? "chalk" : "ink"), "How it is drawn.")),
                4,
                List.of(new Price(
                        Operation.GENERATE,
                        Price.Unit.MEGAPIXEL,
                        BigDecimal.valueOf(credits),
                        Money.of("0.01", "USD"))),
                "US");
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<ImageModelProvider> reference() {
        return (ServiceReference<ImageModelProvider>) Proxy.newProxyInstance(
                Routing.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "compareTo" ->
                        Integer.compare(System.identityHashCode(proxy), System.identityHashCode(args[0]));
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == args[0];
                    default -> null;
                });
    }
}
