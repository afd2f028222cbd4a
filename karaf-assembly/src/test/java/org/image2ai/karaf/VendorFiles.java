package org.image2ai.karaf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.image2ai.tck.pictures.Containers;
import org.image2ai.tck.pictures.Pictures;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.extra.VMOption;

/** Files as vendors mark them: made where the fixtures are, read within the server, where they are not. */
final class VendorFiles {
    private static final String FOLDER = "image2ai.test.files";

    private VendorFiles() {}

    /** Writes them. @return tells the server where they lie */
    static Option written() {
        try {
            Path folder =
                    Files.createDirectories(Path.of("target", "vendor-files")).toAbsolutePath();
            byte[] png = Pictures.png(Pictures.gradient(32, 32));
            Files.write(folder.resolve("sealed.png"), Containers.pngWithManifest(png));
            String xmp = Containers.xmp("<dc:title>A fox</dc:title>");
            Files.write(folder.resolve("titled.png"), Containers.pngWithXmp(png, xmp));
            return new VMOption("-D" + FOLDER + "=" + folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(String name) throws IOException {
        return Files.readAllBytes(Path.of(System.getProperty(FOLDER), name));
    }
}
