package org.image2ai.models;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.image2ai.api.model.ProviderStatus;
import org.image2ai.api.plugin.PluginHost;
import org.image2ai.kit.Patience;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link PluginHost} of the bundles of AI vendors. */
@Component
public final class ImageModelHost implements PluginHost {
    private final ProviderRegistry registry;
    private final Watches watches;

    @Activate
    public ImageModelHost(@Reference ProviderRegistry registry, @Reference Watches watches) {
        this.registry = registry;
        this.watches = watches;
    }

    @Override
    public String kind() {
        return "image models";
    }

    @Override
    public List<Instance> instances(long bundle) {
        return registry.of(bundle).stream().map(ImageModelHost::instance).toList();
    }

    private static Instance instance(LiveProvider provider) {
        ProviderStatus status = provider.status();
        return new Instance(
                status.id(),
                status.account(),
                status.health().name(),
                status.inFlight(),
                status.abandoned(),
                status.note());
    }

    @Override
    public Optional<String> check(long bundle) {
        return registry.of(bundle).stream()
                .flatMap(provider -> registry.listings().check(provider).stream())
                .findFirst();
    }

    @Override
    public void retire(long bundle) {
        registry.retire(bundle);
    }

    @Override
    public void restore(long bundle) {
        registry.restore(bundle);
    }

    @Override
    public int drain(long bundle, Duration most) {
        Patience patience = Patience.of(most);
        List<LiveProvider> providers = registry.of(bundle);
        providers.forEach(provider -> provider.workload().drain(patience.left()));
        int left = providers.stream()
                .mapToInt(provider -> provider.workload().close())
                .sum();
        registry.changed();
        return left;
    }

    @Override
    public void watch(long bundle, int works, Consumer<Optional<String>> ended) {
        watches.watch(bundle, works, ended);
    }
}
