package org.image2ai.library.mark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.image2ai.api.library.Provenance;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.tck.pictures.Pictures;
import org.junit.rules.TemporaryFolder;

/** Marks files of tests. */
final class Marking {
    static final String PNG = "image/png";
    static final String JPEG = "image/jpeg";
    static final String WEBP = "image/webp";
    static final Label LABEL = new Label(
            DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA,
            "vendor/model-1",
            "image2ai:job_1/0",
            List.of(
                    new Label.Ingredient("image2ai:job_0/2", "image2ai:ast_1"),
                    new Label.Ingredient("image2ai:ast_2", "image2ai:ast_2")));

    private Marking() {}

    /** A marked file. */
    record Result(byte[] bytes, Provenance provenance) {}

    static Result mark(TemporaryFolder folder, byte[] file, String mediaType) throws IOException {
        return mark(folder, file, mediaType, Marks.NONE);
    }

    static Result mark(TemporaryFolder folder, byte[] file, String mediaType, Marks before) throws IOException {
        Path path = folder.getRoot().toPath().resolve("picture");
        Files.write(path, file);
        Marked marked = Marker.mark(path, mediaType, LABEL, before);
        try (InputStream in = marked.open()) {
            return new Result(in.readAllBytes(), marked.provenance());
        }
    }

    static byte[] png() {
        return Pictures.png(Pictures.gradient(40, 30));
    }

    static byte[] jpeg() {
        return Pictures.bytes("small.jpg");
    }
}
