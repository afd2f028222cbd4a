package org.image2ai.karaf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.kit.privacy.Admission;

/** Jars of a plugin with one model {@code m}, compiled when they are needed: its versions differ in what they do. */
final class PluginSource {
    static final String NAME = "org.example.swap";
    private static final String GOOD_RENDER = """
            try (var out = session.output(0, "image/png")) {
                var image = new java.awt.image.BufferedImage(32, 32, java.awt.image.BufferedImage.TYPE_INT_RGB);
                javax.imageio.ImageIO.write(image, "png", out);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return RenderResult.of(
                List.of(new RenderResult.RenderedImage(0, java.util.Optional.empty())), java.util.Map.of());
            """;
    private static final String GOOD_MODELS = """
            return List.of(new ImageModel("m", "A test", Set.of(Operation.GENERATE), InputLimits.promptOnly(1_000),
                SizeLimits.range(8, 64, 8, new SizeLimits.Size(32, 32)), List.of(), 4,
                List.of(Price.creditsPerImage(Operation.GENERATE, "1")), "local"));
            """;
    private static final String CLASS = """
            package swap;
            import java.util.*;
            import org.image2ai.api.model.*;
            public final class Provider implements ImageModelProvider {
                @Override public List<ImageModel> models() { %s }
                @Override public RenderResult render(RenderRequest request, RenderSession session) { %s }
            }
            """;
    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="swap.Provider">
              <implementation class="swap.Provider"/>
              <service><provide interface="org.image2ai.api.model.ImageModelProvider"/></service>
              <property name="image2ai.provider.id" value="swap"/>
              <property name="image2ai.provider.vendor" value="Test"/>
              <property name="image2ai.provider.local" type="Boolean" value="true"/>
            </scr:component>
            """;

    private final Path work;

    PluginSource(Path work) throws IOException {
        this.work = Files.createDirectories(work);
    }

    Path good(String version) throws IOException {
        return jar(NAME, version, GOOD_MODELS, GOOD_RENDER);
    }

    Path good(String name, String version) throws IOException {
        return jar(name, version, GOOD_MODELS, GOOD_RENDER);
    }

    Path withoutModels(String version) throws IOException {
        return jar(NAME, version, "throw new IllegalStateException(\"no models today\");", GOOD_RENDER);
    }

    Path withoutPictures(String version) throws IOException {
        return jar(NAME, version, GOOD_MODELS, "throw new IllegalStateException(\"no pictures today\");");
    }

    private Path jar(String name, String version, String models, String render) throws IOException {
        Path folder = Files.createDirectories(work.resolve(name + "-" + version + "/swap"));
        Path source = folder.resolve("Provider.java");
        Files.writeString(source, CLASS.formatted(models, render));
        compile(source);
        Path jar = work.resolve(name + "-" + version + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest(name, version))) {
            zip.putNextEntry(new JarEntry("swap/Provider.class"));
            Files.copy(folder.resolve("Provider.class"), zip);
            zip.putNextEntry(new JarEntry("OSGI-INF/provider.xml"));
            zip.write(COMPONENT.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new JarEntry(PrivacyDeclaration.FILE));
            zip.write(declaration(name));
        }
        return jar;
    }

    /** It says that it has nothing to say. */
    private static byte[] declaration(String name) {
        return "{\"bundle\":\"%s\",\"none\":\"Draws here and keeps nothing\"}"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void compile(Path source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String api = Path.of(ImageModelProvider.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        List<String> options = List.of("-cp", api, "-proc:none", "--release", "17", "-nowarn", source.toString());
        int code = compiler.run(null, OutputStream.nullOutputStream(), null, options.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("The plugin does not compile: " + source);
        }
    }

    private static Manifest manifest(String name, String version) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Bundle-Version", version);
        headers.putValue("Image2AI-Plugin", "image-models");
        headers.putValue(
                "Provide-Capability",
                PrivacyDeclaration.CAPABILITY + ";digest=\"" + Admission.digest(declaration(name)) + '"');
        headers.putValue("Service-Component", "OSGI-INF/provider.xml");
        headers.putValue("Import-Package", "org.image2ai.api,org.image2ai.api.model,javax.imageio");
        return manifest;
    }

    /** Puts a file into a folder whole, as an operator's {@code mv} does. */
    static void drop(Path jar, Path target) throws IOException {
        Path beside = target.resolveSibling("." + target.getFileName() + ".part");
        Files.copy(
                jar, target.getParent().getParent().resolve(beside.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Files.move(
                target.getParent().getParent().resolve(beside.getFileName()),
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
