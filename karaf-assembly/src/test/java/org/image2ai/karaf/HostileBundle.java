package org.image2ai.karaf;

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
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Admission;
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

    private final Path work;

    HostileBundle(Path work) throws IOException {
        this.work = Files.createDirectories(work.resolve("taker")).getParent();
        Path source = work.resolve("taker/Taker.java");
        Files.writeString(source, CLASS);
        String osgi = BundleActivator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        null,
                        "-cp",
                        osgi,
                        "-proc:none",
                        "--release",
                        "17",
                        "-nowarn",
                        source.toString());
        if (code != 0) {
            throw new IllegalStateException("The bundle does not compile.");
        }
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
