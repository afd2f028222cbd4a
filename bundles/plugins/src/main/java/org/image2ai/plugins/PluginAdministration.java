package org.image2ai.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.image2ai.api.PlatformException;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.privacy.DataCustody;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What admins do to plugins: written down first, then done. */
@Component(service = PluginAdministration.class)
public final class PluginAdministration {
    static final String INSTALL = "admin:plugin:install";
    static final String REMOVE = "admin:plugin:remove";
    static final String DRAIN = "admin:plugin:drain";
    static final String ENABLE = "admin:plugin:enable";
    static final String DISABLE = "admin:plugin:disable";
    static final String ROLLBACK = "admin:plugin:rollback";

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final long MOST_BYTES = 512L << 20;

    private final PluginService plugins;
    private final AuditTrail audit;
    private final Transactions transactions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile DataCustody custody;

    @Activate
    public PluginAdministration(
            @Reference PluginService plugins, @Reference AuditTrail audit, @Reference Transactions transactions) {
        this.plugins = plugins;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Puts in a plugin, or a version of it; back when the new one works, while the old one still finishes.
     *
     * @param source a path on the server, or a URL
     * @return the name of the plugin
     */
    String install(String actor, String source) {
        return put(actor, source, false);
    }

    /**
     * The same for a plugin that is there.
     *
     * @throws PlatformException NOT_FOUND {@code plugin_not_found}
     */
    String update(String actor, String source) {
        return put(actor, source, true);
    }

    private String put(String actor, String source, boolean known) {
        Path file = plugins.incoming();
        bring(source, file);
        try {
            PluginJar jar = PluginJar.read(file);
            if (known && !plugins.isInstalled(jar.name())) {
                throw PlatformException.notFound("plugin", jar.name());
            }
            Map<String, String> details = Map.of(
                    "source", plain(source), "version", jar.version().toString(), "sha256", PluginJar.digest(file));
            record(actor, INSTALL, jar.name(), details);
            plugins.install(file, plain(source));
            return jar.name();
        } finally {
            delete(file);
        }
    }

    /** Removes a plugin after it has finished; not one that holds data of people. */
    void remove(String actor, String name) {
        DataCustody now = custody;
        if (now != null) {
            now.requireEmpty(name);
        } else if (plugins.holdsData(name)) {
            throw PlatformException.upstream(
                    "custody_unknown", "What " + name + " holds of people cannot be told yet.", true);
        }
        record(actor, REMOVE, name, Map.of());
        plugins.remove(name);
    }

    /** @return how many works were given back */
    int drain(String actor, String name) {
        record(actor, DRAIN, name, Map.of());
        return plugins.drain(name);
    }

    void enable(String actor, String name) {
        record(actor, ENABLE, name, Map.of());
        plugins.enable(name);
    }

    void disable(String actor, String name) {
        record(actor, DISABLE, name, Map.of());
        plugins.disable(name);
    }

    void rollback(String actor, String name) {
        record(actor, ROLLBACK, name, Map.of());
        plugins.rollback(name, "Rolled back by " + actor + " at " + Instant.now() + ".");
    }

    private void record(String actor, String action, String target, Map<String, String> details) {
        transactions.required(() -> {
            audit.record(new AuditEntry(Instant.now(), actor, action, target, details));
            return target;
        });
    }

    /** Without the password that a URL may hold. */
    private static String plain(String source) {
        return source.replaceFirst("://[^/@]*@", "://");
    }

    private static void bring(String source, Path to) {
        try {
            Path path = Path.of(source);
            if (!source.matches("[a-z][a-z0-9+.-]+:.*")) {
                Files.copy(path, to);
                return;
            }
            URLConnection connection = new URI(source).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try (InputStream in = connection.getInputStream()) {
                copy(in, to);
            }
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            delete(to);
            throw PlatformException.invalid(
                            "plugin_source_unreadable",
                            plain(source) + " cannot be read: " + plain("" + e.getMessage()))
                    .withField("source");
        }
    }

    private static void copy(InputStream in, Path to) throws IOException {
        try (var out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[1 << 16];
            long all = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all += n;
                if (all > MOST_BYTES) {
                    throw new IOException("it is larger than " + (MOST_BYTES >> 20) + " MB");
                }
                out.write(buffer, 0, n);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
