package org.image2ai.models;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.CallContext;
import org.image2ai.api.Purpose;
import org.image2ai.api.RequestId;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ProviderAccount;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RouteResult;
import org.image2ai.api.model.Routing;
import org.image2ai.tck.Calls;
import org.image2ai.tck.model.RecordingRenderSession;
import org.osgi.framework.ServiceReference;

/** A registry and a router with a time of their own. */
final class Stage implements AutoCloseable {
    final Fixtures.FakeTicker ticker = new Fixtures.FakeTicker();
    final ProviderRegistry registry;
    final Router router;
    final ImageModelHost host;

    Stage() {
        this(Map.of());
    }

    Stage(Map<String, Object> config) {
        this(config, Fixtures.costs());
    }

    Stage(Map<String, Object> config, Path costs) {
        Map<String, Object> all = new HashMap<>(Fixtures.impatient());
        all.put("maxConcurrent", 4);
        all.put("timeoutSeconds", 20);
        all.putAll(config);
        registry = new ProviderRegistry(Fixtures.config(all), ticker, costs);
        Watches watches = new Watches(registry);
        router = new Router(registry, watches);
        host = new ImageModelHost(registry, watches);
    }

    @Override
    public void close() {
        registry.close();
    }

    static RenderResult paint(RenderRequest request, RenderSession session) throws Exception {
        try (OutputStream out = session.output(0, "image/png")) {
            out.write(1);
        }
        return RenderResult.of(List.of(new RenderedImage(0, Optional.empty())), Map.of());
    }

    /** What a provider says that it is, beside the usual. */
    static ProviderAccount account(String id, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("image2ai.provider.vendor", "Test");
        more.forEach((name, value) -> properties.put("image2ai.provider." + name, value));
        return ProviderAccount.of(properties, id);
    }

    /** One more provider. @return with what it leaves */
    ServiceReference<ImageModelProvider> add(Origin origin, ProviderAccount account, ImageModelProvider provider) {
        ServiceReference<ImageModelProvider> reference = Fixtures.reference();
        Fixtures.add(registry, reference, origin, account, provider);
        return reference;
    }

    ServiceReference<ImageModelProvider> add(ProviderAccount account, ImageModel model, Fixtures.Behaviour behaviour) {
        return add(Fixtures.bundle(1, "1.0.0"), account, Fixtures.provider(model, behaviour));
    }

    ServiceReference<ImageModelProvider> add(String id, String credits, Fixtures.Behaviour behaviour) {
        return add(account(id, Map.of()), Fixtures.model(credits), behaviour);
    }

    RouteResult render(RouteRequest request) {
        return router.render(request, new RecordingRenderSession());
    }

    static RouteRequest auto() {
        return Fixtures.request("auto", Map.of(), 1);
    }

    /** A request for any model whose caller says how it is chosen. */
    static RouteRequest request(String requestId, Routing routing, Map<String, Object> parameters) {
        CallContext call = Calls.of(Calls.ALICE);
        CallContext context =
                new CallContext(call.account(), new RequestId(requestId), Purpose.SERVICE, call.deadline());
        return new RouteRequest(
                context,
                Operation.GENERATE,
                "auto",
                Optional.of("a fox"),
                List.of(),
                parameters,
                1,
                Optional.empty(),
                "k",
                routing);
    }

    static RouteRequest request(Routing routing) {
        return request("req_1", routing, Map.of());
    }

    static RouteRequest named(String model) {
        return Fixtures.request(model, Map.of(), 1);
    }
}
