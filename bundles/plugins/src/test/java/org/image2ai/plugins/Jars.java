package org.image2ai.plugins;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.image2ai.kit.plugin.PluginHeader;

/** Jars of plugins. */
final class Jars {
    static final String NAME = "org.example.plugin";

    private Jars() {}

    static Path plugin(Path file, String version, String content) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-SymbolicName", NAME + ";singleton:=false");
        headers.putValue("Bundle-Version", version);
        headers.putValue(PluginHeader.NAME, "image-models");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.putNextEntry(new JarEntry("content.txt"));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
