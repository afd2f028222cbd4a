package org.image2ai.privacy.roster;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.plugin.PluginHeader;
import org.image2ai.kit.privacy.Admission;
import org.image2ai.kit.privacy.Declarations;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundles of the framework, as the roster looks at them. */
final class Bundles implements SynchronousBundleListener {
    private static final Logger LOG = LoggerFactory.getLogger(Bundles.class);

    private final BundleContext context;
    private final Standing standing;
    private final Runnable changed;
    private final Map<Long, Instant> started = new ConcurrentHashMap<>();
    private final Map<Long, Read> read = new ConcurrentHashMap<>();

    /** What a bundle says of itself, and since when. */
    private record Read(
            long modified,
            boolean concerned,
            boolean ours,
            Optional<String> refusal,
            byte[] file,
            Optional<PrivacyDeclaration> declaration) {}

    /** @param changed is told when a bundle starts, stops or goes */
    Bundles(BundleContext context, Standing standing, Runnable changed) {
        this.context = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
        this.standing = standing;
        this.changed = changed;
        this.context.addBundleListener(this);
    }

    void close() {
        context.removeBundleListener(this);
    }

    /** Whoever starts a bundle that is under quarantine gives it another chance. */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STARTING) {
            standing.release(event.getBundle());
        } else {
            changed.run();
        }
    }

    /** Those that declare something, and those of others that use the platform; of two versions the better one. */
    List<Installed> all(Set<Long> participants, Instant now) {
        Map<Long, Bundle> active = Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .collect(Collectors.toMap(Bundle::getBundleId, bundle -> bundle));
        started.keySet().retainAll(active.keySet());
        active.keySet().forEach(id -> started.putIfAbsent(id, now));
        return Arrays.stream(context.getBundles())
                .filter(bundle ->
                        bundle.getSymbolicName() != null && read(bundle).concerned())
                .sorted(Comparator.comparing((Bundle bundle) -> bundle.getState() == Bundle.ACTIVE)
                        .thenComparing(Bundle::getVersion))
                .map(bundle -> installed(bundle, participants, now))
                .collect(Collectors.toMap(Installed::bundle, one -> one, (one, better) -> better))
                .values()
                .stream()
                .sorted(Comparator.comparing(Installed::ours).reversed().thenComparing(Installed::bundle))
                .toList();
    }

    private Installed installed(Bundle bundle, Set<Long> participants, Instant now) {
        Read read = read(bundle);
        return new Installed(
                bundle.getSymbolicName(),
                bundle.getState() == Bundle.ACTIVE,
                started.getOrDefault(bundle.getBundleId(), now),
                read.ours(),
                read.refusal(),
                read.file(),
                read.declaration(),
                participants.contains(bundle.getBundleId()));
    }

    private Read read(Bundle bundle) {
        return read.compute(
                bundle.getBundleId(),
                (id, before) ->
                        before != null && before.modified() == bundle.getLastModified() ? before : look(bundle));
    }

    private static Read look(Bundle bundle) {
        byte[] file = {};
        Optional<PrivacyDeclaration> declaration = Optional.empty();
        try {
            declaration = Declarations.of(bundle);
            file = Declarations.file(bundle).orElse(file);
        } catch (PlatformException e) {
            LOG.debug("Bundle {} has no declaration that can be read.", bundle.getSymbolicName(), e);
        }
        boolean ours = Admission.isOurs(bundle);
        boolean concerned = bundle.getEntry(PrivacyDeclaration.FILE) != null || !ours && usesPlatform(bundle);
        return new Read(bundle.getLastModified(), concerned, ours, Admission.refusal(bundle), file, declaration);
    }

    private static boolean usesPlatform(Bundle bundle) {
        String imports = bundle.getHeaders("").get(Constants.IMPORT_PACKAGE);
        return PluginHeader.of(bundle).isPresent() || imports != null && imports.contains("org.image2ai.");
    }

    /** Takes everything from a bundle of others and stops it, until somebody starts it again. */
    void quarantine(String name) {
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(bundle.getSymbolicName())
                    && bundle.getState() == Bundle.ACTIVE
                    && standing.quarantine(bundle)) {
                stop(bundle);
            }
        }
    }

    private void stop(Bundle bundle) {
        LOG.warn("Bundle {} is put under quarantine and stopped.", bundle.getSymbolicName());
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            LOG.warn("Bundle {} threw while it was stopped.", bundle.getSymbolicName(), e);
        }
    }
}
