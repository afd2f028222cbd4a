package org.image2ai.models;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.ModelCatalogue;
import org.image2ai.api.model.ProviderStatus;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The providers that are there, and what they offer. The only one that looks providers up. */
@Component(
        service = {ModelCatalogue.class, ProviderRegistry.class},
        immediate = true,
        configurationPid = "org.image2ai.models")
@Designate(ocd = ModelsConfig.class)
public final class ProviderRegistry implements ModelCatalogue {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderRegistry.class);

    private final Map<ServiceReference<ImageModelProvider>, LiveProvider> providers =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final ExecutorService listings = Executors.newCachedThreadPool(Threads.named("models-list"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Threads.named("models-clock"));
    private final ModelsConfig config;

    @Activate
    public ProviderRegistry(ModelsConfig config) {
        this.config = config;
        int every = config.refreshSeconds();
        clock.scheduleWithFixedDelay(() -> providers.values().forEach(this::list), every, every, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        clock.shutdownNow();
        listings.shutdownNow();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addProvider(ServiceReference<ImageModelProvider> reference, ImageModelProvider service) {
        add(reference, new LiveProvider(facts(reference), service, config));
    }

    /** Takes a provider in. Of two with one id the higher ranked is asked; the other waits for it to go. */
    void add(ServiceReference<ImageModelProvider> reference, LiveProvider provider) {
        if (provider(provider.facts().id()).isPresent()) {
            LOG.info(
                    "There is another provider {} beside that of {}: the higher ranked is asked.",
                    provider.facts().id(),
                    provider.facts().bundle());
        }
        providers.put(reference, provider);
        list(provider);
    }

    void removeProvider(ServiceReference<ImageModelProvider> reference) {
        providers.remove(reference);
    }

    private static LiveProvider.Facts facts(ServiceReference<ImageModelProvider> reference) {
        Bundle bundle = reference.getBundle();
        String name = bundle.getSymbolicName() + " " + bundle.getVersion();
        return new LiveProvider.Facts(
                property(reference, "id", bundle.getSymbolicName()),
                property(reference, "vendor", "unknown"),
                Boolean.parseBoolean(property(reference, "local", "false")),
                name);
    }

    private static String property(ServiceReference<?> reference, String name, String otherwise) {
        Object given = reference.getProperty("image2ai.provider." + name);
        return given == null ? otherwise : given.toString();
    }

    /** Asks a provider for its models, on a thread that can be given up. */
    private void list(LiveProvider provider) {
        if (!provider.beginListing()) {
            return;
        }
        Future<?> listing = listings.submit(() -> ask(provider));
        clock.schedule(() -> giveUp(provider, listing), config.listSeconds(), TimeUnit.SECONDS);
    }

    private static void ask(LiveProvider provider) {
        try {
            provider.listed(provider.service().models());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.info("Provider {} could not list its models.", provider.facts().id(), e);
            provider.notListed("could not list its models");
        } finally {
            provider.endListing();
        }
    }

    private static void giveUp(LiveProvider provider, Future<?> listing) {
        if (listing.cancel(true)) {
            provider.notListed("did not list its models in time");
        }
    }

    ModelsConfig config() {
        return config;
    }

    /** The providers that are asked, by id. */
    private Map<String, LiveProvider> live() {
        Map<String, LiveProvider> live = new TreeMap<>();
        providers.values().forEach(p -> live.putIfAbsent(p.facts().id(), p));
        return live;
    }

    /** The provider of an id. */
    Optional<LiveProvider> provider(String id) {
        return Optional.ofNullable(live().get(id));
    }

    @Override
    public List<CatalogueEntry> models() {
        return live().values().stream()
                .flatMap(p -> p.models().stream())
                .sorted(Comparator.comparing(CatalogueEntry::fullName))
                .toList();
    }

    @Override
    public Optional<CatalogueEntry> find(String fullName) {
        return models().stream().filter(m -> m.fullName().equals(fullName)).findFirst();
    }

    @Override
    public List<ProviderStatus> providers() {
        return live().values().stream().map(LiveProvider::status).toList();
    }
}
