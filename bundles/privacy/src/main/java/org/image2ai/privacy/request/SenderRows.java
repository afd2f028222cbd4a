package org.image2ai.privacy.request;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.kit.plugin.PluginHeader;
import org.image2ai.privacy.roster.Senders;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down, for good, which vendors' bundles ever had an account: a provider that was there. */
@Component(service = Senders.class, immediate = true)
public final class SenderRows implements Senders {
    private static final Logger LOG = LoggerFactory.getLogger(SenderRows.class);

    private final BundleContext context;
    private final Evidence evidence;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "privacy-senders");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public SenderRows(BundleContext context, @Reference Evidence evidence) {
        this.context = context;
        this.evidence = evidence;
    }

    @Deactivate
    void stop() {
        writer.shutdown();
    }

    @Reference(
            service = ImageModelProvider.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addProvider(ServiceReference<ImageModelProvider> reference) {
        String bundle = reference.getBundle().getSymbolicName();
        if (seen.add(bundle)) {
            writer.execute(() -> write(bundle));
        }
    }

    void removeProvider(ServiceReference<ImageModelProvider> reference) {
        // What it sent stays sent.
    }

    private void write(String bundle) {
        try {
            evidence.rows().store().run(em -> {
                if (em.find(SenderEntity.class, bundle) == null) {
                    em.persist(SenderEntity.of(bundle, evidence.settings().now()));
                }
            });
        } catch (RuntimeException e) {
            // It is known while this process lives, and seen again when the next one starts.
            LOG.warn("That bundle {} has an account could not be written down.", bundle, e);
        }
    }

    @Override
    public boolean mayHaveSent(String bundle) {
        return !isVendor(bundle) || hadAccount(bundle);
    }

    @Override
    public boolean isOfKind(String bundle, String kind) {
        return kind.equals(PluginHeader.IMAGE_MODELS) && (isVendor(bundle) || hadAccount(bundle));
    }

    private boolean hadAccount(String bundle) {
        return seen.contains(bundle) || evidence.rows().store().read(em -> em.find(SenderEntity.class, bundle) != null);
    }

    private boolean isVendor(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .flatMap(bundle -> PluginHeader.of(bundle).stream())
                .anyMatch(header -> header.kind().equals(PluginHeader.IMAGE_MODELS));
    }
}
