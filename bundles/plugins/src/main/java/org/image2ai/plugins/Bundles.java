package org.image2ai.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.image2ai.api.PlatformException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/** Bundles of plugins in the framework: ours, each at a place of its own, and those of the distribution. */
final class Bundles {
    private static final String PLACE = "image2ai-plugin:";

    private final BundleContext context;

    Bundles(BundleContext context) {
        this.context = context;
    }

    private static String place(String name, String fileName) {
        return PLACE + name + "/" + fileName;
    }

    /** Whether a bundle was put in by us. */
    static boolean isOurs(Bundle bundle) {
        return bundle.getLocation().startsWith(PLACE);
    }

    /** The file name of a bundle of ours. */
    static String fileName(Bundle bundle) {
        return isOurs(bundle) ? bundle.getLocation().substring(bundle.getLocation().lastIndexOf('/') + 1) : "";
    }

    /** All plugins that are installed. */
    List<Bundle> all() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> kind(bundle).isPresent())
                .toList();
    }

    static Optional<String> kind(Bundle bundle) {
        return Optional.ofNullable(bundle.getHeaders("").get(PluginJar.HEADER)).map(PluginJar::kind);
    }

    private Stream<Bundle> named(String name) {
        return all().stream().filter(bundle -> name.equals(bundle.getSymbolicName()));
    }

    Optional<Bundle> ours(String name, String fileName) {
        return Optional.ofNullable(context.getBundle(place(name, fileName)));
    }

    /** Those of ours that are not the one. */
    List<Bundle> othersOfOurs(String name, String fileName) {
        return named(name)
                .filter(bundle -> isOurs(bundle) && !fileName(bundle).equals(fileName))
                .toList();
    }

    /** The one that came with the distribution or was put in without us. */
    Optional<Bundle> given(String name) {
        return named(name).filter(bundle -> !isOurs(bundle)).findFirst();
    }

    /** @throws PlatformException INVALID {@code plugin_refused} with the framework's reason */
    Bundle install(String name, String fileName, Path file) {
        Optional<Bundle> there = ours(name, fileName);
        if (there.isPresent()) {
            return there.get();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return context.installBundle(place(name, fileName), in);
        } catch (BundleException | IOException e) {
            throw refused(name, e);
        }
    }

    /** @throws PlatformException INVALID {@code plugin_refused} with the framework's reason */
    void start(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw refused(bundle.getSymbolicName(), e);
        }
    }

    void stop(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException e) {
            throw refused(bundle.getSymbolicName(), e);
        }
    }

    /** Takes a bundle away: one of ours for good; one of the distribution is stopped. */
    void dispose(Bundle bundle) {
        if (!isOurs(bundle)) {
            stop(bundle);
            return;
        }
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            throw refused(bundle.getSymbolicName(), e);
        }
        // Without it the framework would keep its classes until somebody else refreshes.
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle));
    }

    private static PlatformException refused(String name, Exception e) {
        String why = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        return PlatformException.invalid("plugin_refused", name + " cannot be used: " + why)
                .causedBy(e);
    }
}
