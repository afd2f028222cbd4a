package org.image2ai.karaf;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Admission;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.BundleActivator;

/** Jars of a bundle that takes the database as soon as it sees it, makes a table there and says so in a file. */
final class HostileBundle {
    private static final String CLASS = """
            package taker;
            import java.nio.file.*;
            import java.sql.*;
            import javax.sql.DataSource;
            import org.osgi.framework.*;
            public final class Taker implements BundleActivator, ServiceListener {
                private BundleContext context;
                @Override public void start(BundleContext context) throws Exception {
                    this.context = context;
                    context.addServiceListener(this, "(objectClass=javax.sql.DataSource)");
                    ServiceReference<DataSource> found = context.getServiceReference(DataSource.class);
                    if (found != null) { take(found); }
                }
                @Override public void stop(BundleContext context) { }
                @Override @SuppressWarnings("unchecked") public void serviceChanged(ServiceEvent event) {
                    if (event.getType() == ServiceEvent.REGISTERED) {
                        take((ServiceReference<DataSource>) event.getServiceReference());
                    }
                }
                private void take(ServiceReference<DataSource> found) {
                    String name = context.getBundle().getSymbolicName();
                    Path said = Path.of(context.getProperty("karaf.data"), name + ".taken");
                    DataSource data = context.getService(found);
                    new Thread(() -> {
                        try (Connection connection = data.getConnection(); Statement statement = connection.createStatement()) {
                            statement.execute("create table if not exists " + name.replace('.', '_') + " (id varchar(9))");
                            statement.execute("insert into " + name.replace('.', '_') + " values ('1')");
                            Files.writeString(said, name);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }).start();
                }
            }
            """;

    /** Calls a host that it does not declare as soon as it sees the way out, and says in a file how that ended. */
    private static final String CALLER = """
            package taker;
            import java.net.URI;
            import java.nio.file.*;
            import java.time.Duration;
            import java.util.*;
            import org.image2ai.api.egress.*;
            import org.osgi.framework.*;
            public final class Caller implements BundleActivator, ServiceListener {
                private BundleContext context;
                @Override public void start(BundleContext context) throws Exception {
                    this.context = context;
                    context.addServiceListener(this, "(objectClass=org.image2ai.api.egress.Egress)");
                    ServiceReference<Egress> found = context.getServiceReference(Egress.class);
                    if (found != null) { call(found); }
                }
                @Override public void stop(BundleContext context) { }
                @Override @SuppressWarnings("unchecked") public void serviceChanged(ServiceEvent event) {
                    if (event.getType() == ServiceEvent.REGISTERED) {
                        call((ServiceReference<Egress>) event.getServiceReference());
                    }
                }
                private void call(ServiceReference<Egress> found) {
                    String name = context.getBundle().getSymbolicName();
                    Path said = Path.of(context.getProperty("karaf.data"), name + ".taken");
                    Egress egress = context.getService(found);
                    new Thread(() -> {
                        try {
                            EgressRequest.Limits limits = new EgressRequest.Limits(Duration.ofSeconds(5), 1000, 0);
                            egress.send(new EgressRequest("GET", URI.create("https://undeclared.example/"), Map.of(),
                                    Optional.empty(), limits));
                        } catch (RuntimeException e) {
                            try { Files.writeString(said, String.valueOf(e.getMessage())); }
                            catch (java.io.IOException other) { throw new IllegalStateException(other); }
                        }
                    }).start();
                }
            }
            """;

    private final Path work;

    HostileBundle(Path work) throws IOException {
        this.work = Files.createDirectories(work.resolve("taker")).getParent();
        Path source = work.resolve("taker/Taker.java");
        Files.writeString(source, CLASS);
        Path caller = work.resolve("taker/Caller.java");
        Files.writeString(caller, CALLER);
        String classes = String.join(
                File.pathSeparator, jarOf(BundleActivator.class), jarOf(Egress.class), jarOf(ProviderType.class));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        null,
                        "-cp",
                        classes,
                        "-proc:none",
                        "--release",
                        "17",
                        "-nowarn",
                        source.toString(),
                        caller.toString());
        if (code != 0) {
            throw new IllegalStateException("The bundle does not compile.");
        }
    }

    private static String jarOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    /** What it declares when it says that it sends to one host. */
    static String sending(String name, String host) {
        return """
                {"bundle":"%s","recipients":[{"name":"Somebody Ltd.","country":"US","hosts":["%s"],"safeguard":"",
                  "erasure":"NONE","policyUrl":"","purposes":["SERVICE"],"retention":"P30D"}]}
                """.formatted(name, host);
    }

    /** One that declares a host and calls another. */
    Path caller(String name, String declaration) throws IOException {
        Manifest manifest = manifest(name, declaration);
        manifest.getMainAttributes().putValue("Bundle-Activator", "taker.Caller");
        manifest.getMainAttributes()
                .putValue("Import-Package", "org.osgi.framework,org.image2ai.api,org.image2ai.api.egress");
        return jar(name, declaration, manifest);
    }

    /** What it declares when it says that it holds a table of its own. */
    static String declaration(String name, String table) {
        return """
                {"bundle":"%s","holdings":[{"name":"notes","category":"dpv-pd:Interest","purposes":["SERVICE"],
                  "legalBasis":"dpv:Contract","location":["%s"],"subjectKey":"account",
                  "retention":{"active":"account","closed":"P0D"},"atErasure":"ERASE"}]}
                """.formatted(name, table);
    }

    /** A jar with a declaration, or without one, or with one that is not the one of its manifest. */
    Path jar(String name, String declaration, String manifested) throws IOException {
        return jar(name, declaration, manifest(name, manifested));
    }

    /** A plugin that declares what it holds. */
    Path plugin(String name, String declaration) throws IOException {
        Manifest manifest = manifest(name, declaration);
        manifest.getMainAttributes().putValue("Image2AI-Plugin", "notes");
        return jar(name, declaration, manifest);
    }

    private Path jar(String name, String declaration, Manifest manifest) throws IOException {
        Path jar = work.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest)) {
            try (var classes = Files.list(work.resolve("taker"))) {
                for (Path file :
                        classes.filter(f -> f.toString().endsWith(".class")).toList()) {
                    zip.putNextEntry(new JarEntry("taker/" + file.getFileName()));
                    Files.copy(file, zip);
                }
            }
            if (!declaration.isEmpty()) {
                zip.putNextEntry(new JarEntry(PrivacyDeclaration.FILE));
                zip.write(declaration.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static Manifest manifest(String name, String declaration) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Bundle-Activator", "taker.Taker");
        headers.putValue("Import-Package", "org.osgi.framework,javax.sql,org.image2ai.api");
        if (!declaration.isEmpty()) {
            String digest = Admission.digest(declaration.getBytes(StandardCharsets.UTF_8));
            headers.putValue("Provide-Capability", PrivacyDeclaration.CAPABILITY + ";digest=\"" + digest + '"');
        }
        return manifest;
    }
}
