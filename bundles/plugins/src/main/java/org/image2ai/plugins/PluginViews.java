package org.image2ai.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.plugin.PluginHost;
import org.image2ai.kit.plugin.PluginHeader;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells about plugins: ours and those that came with the distribution. */
@Component(service = PluginViews.class)
public final class PluginViews {
    private final PluginService plugins;
    private final ConfigurationAdmin configurations;

    @Activate
    public PluginViews(@Reference PluginService plugins, @Reference ConfigurationAdmin configurations) {
        this.plugins = plugins;
        this.configurations = configurations;
    }

    List<PluginView> list() {
        Set<String> ours =
                plugins.lives().stream().map(life -> life.state().name()).collect(Collectors.toSet());
        Stream<PluginView> shipped = plugins.bundles()
                .plugins()
                .filter(bundle -> !ours.contains(bundle.getSymbolicName()))
                .map(this::shipped);
        return Stream.concat(plugins.lives().stream().map(this::view), shipped)
                .sorted(Comparator.comparing(PluginView::name))
                .toList();
    }

    /** @throws PlatformException NOT_FOUND {@code plugin_not_found} */
    PluginView view(String name) {
        return list().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow(() -> PlatformException.notFound("plugin", name));
    }

    /** @throws PlatformException NOT_FOUND {@code plugin_not_found} */
    PluginDetails details(String name) {
        PluginView view = view(name);
        Optional<PluginState> state = plugins.find(name).map(PluginLife::state);
        Optional<Bundle> bundle = bundle(name);
        List<PluginHost.Instance> instances = instances(bundle);
        return new PluginDetails(
                view,
                state.flatMap(PluginState::current).map(Release::digest).orElse(""),
                instances,
                configuration(name, bundle, instances),
                bundle.flatMap(Declared::of),
                state.map(PluginState::bad).orElse(Map.of()));
    }

    private Optional<Bundle> bundle(String name) {
        Optional<PluginLife> life = plugins.find(name);
        if (life.isPresent()) {
            return life.flatMap(this::current);
        }
        return plugins.bundles()
                .plugins()
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    private Optional<Bundle> current(PluginLife life) {
        return life.state()
                .current()
                .flatMap(release -> plugins.bundles().find(release.location()).stream()
                        .boxed()
                        .findFirst())
                .flatMap(plugins.bundles()::bundle);
    }

    private PluginView view(PluginLife life) {
        PluginState state = life.state();
        Optional<Bundle> bundle = current(life);
        List<PluginHost.Instance> instances = instances(bundle);
        return new PluginView(
                state.name(),
                state.current().map(Release::version).orElse(""),
                bundle.map(PluginViews::kind).orElse(state.kind()),
                word(life, bundle),
                state.previous().map(Release::version).orElse(""),
                state.source().isEmpty() ? "distribution" : state.source(),
                instances.stream().mapToInt(PluginHost.Instance::inFlight).sum(),
                instances.stream().mapToInt(PluginHost.Instance::abandoned).sum(),
                state.note());
    }

    private static String word(PluginLife life, Optional<Bundle> bundle) {
        PluginState state = life.state();
        if (state.phase() != PluginState.Phase.STEADY) {
            return state.phase().name();
        }
        if (state.current().isEmpty()) {
            return "REFUSED";
        }
        if (!state.enabled()) {
            return "DISABLED";
        }
        if (life.drained()) {
            return "DRAINED";
        }
        return bundle.filter(PluginViews::isActive).isPresent() ? "ACTIVE" : "STOPPED";
    }

    private PluginView shipped(Bundle bundle) {
        List<PluginHost.Instance> instances = instances(Optional.of(bundle));
        return new PluginView(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                kind(bundle),
                isActive(bundle) ? "ACTIVE" : "STOPPED",
                "",
                "distribution",
                instances.stream().mapToInt(PluginHost.Instance::inFlight).sum(),
                instances.stream().mapToInt(PluginHost.Instance::abandoned).sum(),
                "");
    }

    private static boolean isActive(Bundle bundle) {
        return bundle.getState() == Bundle.ACTIVE;
    }

    private static String kind(Bundle bundle) {
        return PluginHeader.of(bundle).map(PluginHeader::kind).orElse("");
    }

    private List<PluginHost.Instance> instances(Optional<Bundle> bundle) {
        return bundle.map(it -> plugins.hosts().instances(it.getBundleId())).orElse(List.of());
    }

    /** Those of its accounts, and those that are named as it is and have no account yet. */
    private Map<String, Map<String, String>> configuration(
            String name, Optional<Bundle> bundle, List<PluginHost.Instance> instances) {
        List<String> pids = new ArrayList<>(instances.stream()
                .map(PluginHost.Instance::pid)
                .filter(pid -> !pid.isEmpty())
                .toList());
        pids.add(name);
        bundle.flatMap(PluginHeader::of).flatMap(PluginHeader::pid).ifPresent(pids::add);
        pids.add(name.replace('-', '.'));
        Map<String, Map<String, String>> shown = new TreeMap<>();
        for (String pid : pids) {
            for (Configuration one : configured(pid)) {
                shown.put(one.getPid(), Masks.of(one.getProperties()));
            }
        }
        return shown;
    }

    private List<Configuration> configured(String pid) {
        try {
            String plain = pid.replaceAll("[()*\\\\]", "\\\\$0");
            Configuration[] found = configurations.listConfigurations(
                    "(|(service.pid=" + plain + ")(service.factoryPid=" + plain + "))");
            return found == null ? List.of() : List.of(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
