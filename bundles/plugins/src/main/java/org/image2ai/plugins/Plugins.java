package org.image2ai.plugins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.image2ai.api.PlatformException;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.plugin.PluginHost.Instance;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The plugins of this server, and what an operator does with them. */
@Component(service = Plugins.class, configurationPid = "org.image2ai.plugins")
@Designate(ocd = PluginsConfig.class)
public final class Plugins {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SCHEMES = Set.of("file", "mvn");

    private final Bundles bundles;
    private final PluginStore store;
    private final Hosts hosts;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Workers workers = new Workers();
    private final Lifecycle lifecycle;
    private final PluginsConfig config;

    @Activate
    public Plugins(
            BundleContext context,
            PluginsConfig config,
            @Reference Hosts hosts,
            @Reference Accounts accounts,
            @Reference AuditTrail audit) {
        this.bundles = new Bundles(context);
        this.store = new PluginStore(Path.of(System.getProperty("karaf.data"), "plugins"));
        this.hosts = hosts;
        this.accounts = accounts;
        this.audit = audit;
        this.config = config;
        this.lifecycle = new Lifecycle(bundles, store, hosts, workers, config);
    }

    @Deactivate
    void close() {
        workers.close();
    }

    PluginsConfig config() {
        return config;
    }

    Lifecycle lifecycle() {
        return lifecycle;
    }

    Workers workers() {
        return workers;
    }

    Recovery recovery() {
        return new Recovery(bundles, store, lifecycle);
    }

    /** The plugin that came from a file of {@code deploy/}. */
    List<String> from(String source) {
        return store.names().stream()
                .filter(name -> lifecycle.state(name).source().equals(source))
                .toList();
    }

    /** Every plugin, by name: those of the distribution too. */
    List<PluginView> list() {
        List<String> names = new ArrayList<>(store.names());
        bundles.all().stream()
                .map(Bundle::getSymbolicName)
                .filter(name -> !names.contains(name))
                .distinct()
                .forEach(names::add);
        return names.stream().map(this::view).sorted(Comparator.comparing(PluginView::name)).toList();
    }

    private PluginView view(String name) {
        PluginState state = lifecycle.state(name);
        return lifecycle
                .installed(name, state)
                .map(bundle -> view(bundle, state))
                .orElseGet(() -> new PluginView(name, "", "", "REFUSED", origin(state), "", List.of(), 0, state.note()));
    }

    private PluginView view(Bundle bundle, PluginState state) {
        List<Instance> instances = hosts.instances(bundle.getBundleId());
        return new PluginView(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                Bundles.kind(bundle).orElse(""),
                state.enabled() ? states(bundle.getState()) : "DISABLED",
                Bundles.isOurs(bundle) ? origin(state) : "distribution",
                version(state.previous()),
                instances,
                instances.stream().mapToInt(Instance::inFlight).sum(),
                state.note());
    }

    private static String origin(PluginState state) {
        return state.source().isEmpty() ? "installed" : "deploy/" + state.source();
    }

    private static String version(String fileName) {
        int end = fileName.lastIndexOf('-');
        return end < 0 ? "" : fileName.substring(0, end);
    }

    private static String states(int state) {
        return switch (state) {
            case Bundle.ACTIVE -> "ACTIVE";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            case Bundle.RESOLVED -> "STOPPED";
            case Bundle.INSTALLED -> "UNRESOLVED";
            default -> "GONE";
        };
    }

    /** @throws PlatformException NOT_FOUND {@code plugin_not_found} */
    PluginDetails show(String name) {
        PluginState state = lifecycle.state(name);
        PluginView view = list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Lifecycle.notFound(name));
        return lifecycle
                .installed(name, state)
                .map(bundle -> {
                    JsonNode declaration = declaration(bundle);
                    List<String> to = new ArrayList<>();
                    declaration.path("recipients").forEach(one -> one.path("hosts").forEach(h -> to.add(h.asText())));
                    String file = Bundles.fileName(bundle);
                    String digest = file.replaceAll("^.*-|\\.jar$", "");
                    return new PluginDetails(view, digest, accounts.of(bundle), to, declaration);
                })
                .orElseGet(() -> new PluginDetails(view, "", Map.of(), List.of(), JSON.nullNode()));
    }

    private static JsonNode declaration(Bundle bundle) {
        URL file = bundle.getEntry("META-INF/privacy/declaration.json");
        if (file == null) {
            return JSON.nullNode();
        }
        try (InputStream in = file.openStream()) {
            return JSON.readTree(in);
        } catch (IOException e) {
            return JSON.getNodeFactory().textNode("cannot be read: " + e.getMessage());
        }
    }

    /** Puts a plugin in, or a newer version of one. @param where a path, or a {@code file:} or {@code mvn:} address */
    PluginView install(String actor, String where) {
        Path file = null;
        try {
            file = fetched(where);
            PluginJar jar = PluginJar.read(file);
            record(actor, "install", jar.name(), Map.of("version", jar.version().toString(), "sha256", jar.sha256()));
            wait(lifecycle.put(file, ""));
            return view(jar.name());
        } catch (IOException | IllegalArgumentException e) {
            throw PlatformException.invalid("not_a_plugin", where + " cannot be read: " + e.getMessage())
                    .causedBy(e);
        } finally {
            delete(file);
        }
    }

    private static Path fetched(String where) throws IOException {
        Path copy = Files.createTempFile("plugin", ".jar");
        URI uri = where.matches("[a-z]{2,}:.*") ? URI.create(where) : Path.of(where).toUri();
        if (!SCHEMES.contains(uri.getScheme())) {
            throw new IOException("fetch it to a file first");
        }
        try (InputStream in = uri.toURL().openStream()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private static void delete(Path file) {
        if (file != null) {
            file.toFile().delete();
        }
    }

    /** @return how many works went back to the queue */
    int drain(String actor, String name) {
        show(name);
        record(actor, "drain", name, Map.of());
        return wait(lifecycle.drain(name));
    }

    PluginView enable(String actor, String name, boolean on) {
        show(name);
        record(actor, on ? "enable" : "disable", name, Map.of());
        wait(lifecycle.enable(name, on));
        return view(name);
    }

    PluginView rollBack(String actor, String name) {
        show(name);
        record(actor, "rollback", name, Map.of());
        wait(lifecycle.rollBack(name));
        return view(name);
    }

    private void record(String actor, String act, String name, Map<String, String> details) {
        audit.record(new AuditEntry(Instant.now(), actor, "admin:plugin:" + act, name, details));
    }

    private static <T> T wait(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof PlatformException known) {
                throw known;
            }
            throw e;
        }
    }
}
