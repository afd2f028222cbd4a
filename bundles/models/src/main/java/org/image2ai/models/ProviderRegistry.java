package org.image2ai.models;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.ModelCatalogue;
import org.image2ai.api.model.ProviderAccount;
import org.image2ai.api.model.ProviderStatus;
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

/**
 * The providers that are there, and what they offer. The only one that looks providers up. Nothing that is called by the
 * service registry waits for a provider.
 */
@Component(
        service = {ModelCatalogue.class, ProviderRegistry.class},
        immediate = true,
        configurationPid = "org.image2ai.models")
@Designate(ocd = ModelsConfig.class)
public final class ProviderRegistry implements ModelCatalogue {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderRegistry.class);

    private final Map<ServiceReference<ImageModelProvider>, LiveProvider> providers =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final Set<Long> retired = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Threads.named("models-clock"));
    private final LiveProvider.Means means;
    private final Listings listings;
    private final Departures departures;
    private volatile Snapshot snapshot = Snapshot.EMPTY;

    @Activate
    public ProviderRegistry(ModelsConfig config) {
        this(config, Ticker.SYSTEM, Path.of(System.getProperty("karaf.data", "data"), "vendor-costs.properties"));
    }

    ProviderRegistry(ModelsConfig config, Ticker ticker, Path costs) {
        Spending spending = new Spending(costs, ticker);
        means = new LiveProvider.Means(config, ticker, spending);
        listings = new Listings(Duration.ofSeconds(config.listSeconds()), clock);
        departures = new Departures(Duration.ofSeconds(config.goneGraceSeconds()), ticker);
        int every = config.refreshSeconds();
        clock.scheduleWithFixedDelay(() -> providers.values().forEach(this::list), every, every, TimeUnit.SECONDS);
        clock.scheduleWithFixedDelay(spending::save, 1, 1, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        clock.shutdownNow();
        listings.close();
        means.spending().save();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addProvider(ServiceReference<ImageModelProvider> reference, ImageModelProvider service) {
        try {
            ProviderAccount account = ProviderAccount.of(
                    properties(reference), reference.getBundle().getSymbolicName());
            add(reference, new LiveProvider(Origin.of(reference.getBundle()), account, service, means));
        } catch (IllegalArgumentException e) {
            LOG.warn("A provider of {} says wrong things of itself and gets no work.", reference.getBundle(), e);
        }
    }

    private static Map<String, Object> properties(ServiceReference<?> reference) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            properties.put(key, reference.getProperty(key));
        }
        return properties;
    }

    /** Takes a provider in; it gets work as soon as it has listed its models. */
    void add(ServiceReference<ImageModelProvider> reference, LiveProvider provider) {
        if (retired.contains(provider.origin().bundle())) {
            provider.workload().retire();
        }
        providers.put(reference, provider);
        changed();
        list(provider);
    }

    /** Lets a provider go: what it was doing is given back. */
    void removeProvider(ServiceReference<ImageModelProvider> reference) {
        LiveProvider provider = providers.remove(reference);
        if (provider != null) {
            provider.workload().end();
            changed();
        }
    }

    private void list(LiveProvider provider) {
        listings.list(provider, this::changed);
    }

    /** Makes the catalogue anew. */
    synchronized void changed() {
        Snapshot next = Snapshot.of(providers.values());
        departures.changed(snapshot, next);
        snapshot = next;
    }

    LiveProvider.Means means() {
        return means;
    }

    Listings listings() {
        return listings;
    }

    Departures departures() {
        return departures;
    }

    /** What can be had now. */
    Snapshot snapshot() {
        return snapshot;
    }

    Collection<LiveProvider> live() {
        return Collections.unmodifiableCollection(providers.values());
    }

    /** The providers of a bundle. */
    List<LiveProvider> of(long bundle) {
        return providers.values().stream()
                .filter(provider -> provider.origin().bundle() == bundle)
                .toList();
    }

    /** New work goes to other bundles; this holds for providers of it that are still to come, too. */
    void retire(long bundle) {
        retired.add(bundle);
        of(bundle).forEach(provider -> provider.workload().retire());
        changed();
    }

    void restore(long bundle) {
        retired.remove(bundle);
        of(bundle).forEach(provider -> provider.workload().restore());
        changed();
    }

    @Override
    public List<CatalogueEntry> models() {
        return snapshot.models();
    }

    @Override
    public Optional<CatalogueEntry> find(String fullName) {
        return snapshot.find(fullName).map(Offer::entry).or(() -> departures.find(fullName));
    }

    @Override
    public List<ProviderStatus> providers() {
        return providers.values().stream()
                .map(LiveProvider::status)
                .sorted(Comparator.comparing(ProviderStatus::id)
                        .thenComparing(ProviderStatus::account)
                        .thenComparing(ProviderStatus::bundle))
                .toList();
    }
}
