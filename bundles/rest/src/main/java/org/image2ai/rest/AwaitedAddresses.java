package org.image2ai.rest;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/**
 * The addresses that bundles declare and that are not served at this moment: while the server starts, or while what a
 * resource needs is being replaced. Who asks for one is told to come again, not that it does not exist.
 */
final class AwaitedAddresses {
    private static final long BELIEVED_NANOS = 500_000_000;

    private final BundleContext context;
    private final ServiceComponentRuntime components;
    private final Supplier<Set<String>> served;
    private Set<String> declared = Set.of();
    private long until = System.nanoTime();

    /** @param served the addresses that are served at this moment */
    AwaitedAddresses(BundleContext context, ServiceComponentRuntime components, Supplier<Set<String>> served) {
        this.context = context;
        this.components = components;
        this.served = served;
    }

    /** Whether somebody is to serve a path, and does not yet. */
    boolean isAwaited(String path) {
        if (isBooting()) {
            return true;
        }
        Set<String> now = served.get();
        return owner(path, Stream.concat(declared().stream(), now.stream()))
                .filter(address -> !now.contains(address))
                .isPresent();
    }

    private boolean isBooting() {
        FrameworkStartLevel level =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
        return level.getStartLevel() <= level.getInitialBundleStartLevel();
    }

    /** The longest of some addresses that a path lies at or below. */
    static Optional<String> owner(String path, Stream<String> addresses) {
        return addresses
                .filter(address -> path.equals(address) || path.startsWith(address + "/"))
                .max(Comparator.comparingInt(String::length));
    }

    /** A flood of wrong addresses must not cost a search each. */
    private synchronized Set<String> declared() {
        if (System.nanoTime() - until > 0) {
            Set<String> found = new HashSet<>();
            components.getComponentDescriptionDTOs().stream()
                    .filter(component -> Boolean.TRUE.equals(component.properties.get("osgi.jaxrs.resource")))
                    .forEach(component -> address(component).ifPresent(found::add));
            declared = found;
            until = System.nanoTime() + BELIEVED_NANOS;
        }
        return declared;
    }

    private Optional<String> address(ComponentDescriptionDTO component) {
        Bundle bundle = context.getBundle(component.bundle.id);
        boolean wanted = component.defaultEnabled && !component.configurationPolicy.equals("require");
        if (bundle == null || !wanted) {
            return Optional.empty();
        }
        try {
            return Optional.of(ResourceServers.address(bundle.loadClass(component.implementationClass)));
        } catch (ClassNotFoundException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
