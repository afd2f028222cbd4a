package org.image2ai.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.plugin.PluginHeader;
import org.image2ai.kit.privacy.Admission;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/** The framework that this bundle lives in. */
final class FrameworkBundles implements Bundles {
    private static final long BOOT_SECONDS = 180;

    /** Of the system bundle: this bundle's own would not see what it does after it was stopped. */
    private final BundleContext context;

    FrameworkBundles(BundleContext context) {
        this.context = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getBundleContext();
    }

    /** Plugins that are not ours: those that features brought. */
    Stream<Bundle> plugins() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> PluginHeader.of(bundle).isPresent());
    }

    Optional<Bundle> bundle(long id) {
        return Optional.ofNullable(context.getBundle(id));
    }

    /** Waits until the framework has come as far as bundles of plugins, which would not start before. */
    void awaitBoot() throws InterruptedException {
        FrameworkStartLevel level = context.getBundle().adapt(FrameworkStartLevel.class);
        CountDownLatch reached = new CountDownLatch(1);
        FrameworkListener listener = event -> {
            if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                reached.countDown();
            }
        };
        context.addFrameworkListener(listener);
        try {
            if (level.getStartLevel() < level.getInitialBundleStartLevel()) {
                reached.await(BOOT_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            context.removeFrameworkListener(listener);
        }
    }

    @Override
    public OptionalLong find(String location) {
        Bundle bundle = context.getBundle(location);
        return bundle == null ? OptionalLong.empty() : OptionalLong.of(bundle.getBundleId());
    }

    @Override
    public long install(String location, Path jar) {
        try (InputStream in = Files.newInputStream(jar)) {
            return context.installBundle(location, in).getBundleId();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BundleException e) {
            throw unfit(e);
        }
    }

    @Override
    public void start(long bundle) {
        try {
            Bundle admitted = existing(bundle);
            Admission.require(admitted);
            admitted.start();
        } catch (BundleException e) {
            throw unfit(e);
        }
    }

    @Override
    public void stop(long bundle) {
        try {
            existing(bundle).stop();
        } catch (BundleException e) {
            throw PlatformException.internal("plugin_not_stopped", "The plugin threw while it stopped.", e);
        }
    }

    /** Refreshes it too: an exporter that is only uninstalled stays in use by those who have its classes. */
    @Override
    public void uninstall(long bundle) {
        try {
            Bundle gone = existing(bundle);
            gone.uninstall();
            context.getBundle().adapt(FrameworkWiring.class).refreshBundles(List.of(gone));
        } catch (BundleException e) {
            throw PlatformException.internal("plugin_not_uninstalled", "The framework keeps the plugin.", e);
        }
    }

    @Override
    public List<String> locations(String prefix) {
        return Arrays.stream(context.getBundles())
                .map(Bundle::getLocation)
                .filter(location -> location.startsWith(prefix))
                .toList();
    }

    @Override
    public Optional<Release> shipped(String name) {
        return plugins()
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .filter(bundle -> !bundle.getLocation().startsWith(Release.place(name)))
                .findFirst()
                .map(bundle -> Release.shipped(bundle.getVersion().toString(), bundle.getLocation()));
    }

    private Bundle existing(long id) throws BundleException {
        return bundle(id).orElseThrow(() -> new BundleException("There is no bundle " + id));
    }

    private static PlatformException unfit(BundleException e) {
        Throwable cause = e.getCause();
        String why = e.getMessage() + (cause == null ? "" : ": " + cause);
        return PlatformException.invalid("plugin_unfit", "The framework does not take it: " + why)
                .causedBy(e);
    }
}
