package org.image2ai.library;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.Library.Inspected;
import org.image2ai.api.library.Library.Making;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.library.Library.StagedWriter;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.moderation.Content;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.library.mark.Label;
import org.image2ai.library.mark.Marked;
import org.image2ai.library.mark.Marker;
import org.image2ai.library.mark.Marks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What models made, on its way into the library: looked at, put into another format, marked, and stored once. */
@Component(service = Results.class)
public final class Results {
    private final Assets assets;
    private final BlobService blobs;
    private final Intake intake;
    private final Staging staging;

    @Activate
    public Results(
            @Reference Assets assets,
            @Reference BlobService blobs,
            @Reference Intake intake,
            @Reference Staging staging) {
        this.assets = assets;
        this.blobs = blobs;
        this.intake = intake;
        this.staging = staging;
    }

    static ObjectKey key(StagedOutput output) {
        return ObjectKey.of(
                "jobs", output.job().value(), String.valueOf(output.attempt()), String.valueOf(output.output()));
    }

    StagedWriter stage(StagedOutput output) {
        blobs.requireRoom();
        return staging.write(output);
    }

    Optional<Inspected> keep(StagedOutput output, Making making, Optional<PictureFormat> format, int side) {
        Path file = staging.file(output);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Intake.Proved proved = intake.output(file, side);
            Header header = proved.header();
            Label label = Labels.of(output, making, assets);
            Optional<PictureFormat> other = format.filter(
                    f -> !f.type().mediaType().equals(header.kind().mediaType()));
            return Optional.of(
                    other.isPresent()
                            ? converted(output, file, proved, label, other.get())
                            : stored(output, file, Found.upright(proved), label, Marks.NONE));
        } finally {
            delete(file);
        }
    }

    /** What is known of a file that is to be stored. */
    private record Found(String mediaType, int width, int height, Optional<Content.Picture> small) {
        static Found upright(Intake.Proved proved) {
            Header header = proved.header();
            return new Found(header.kind().mediaType(), header.uprightWidth(), header.uprightHeight(), proved.small());
        }

        /** The same picture in another file. */
        Found as(String other, BufferedImage picture) {
            return new Found(other, picture.getWidth(), picture.getHeight(), small);
        }
    }

    private Inspected converted(
            StagedOutput output, Path file, Intake.Proved proved, Label label, PictureFormat format) {
        Found given = Found.upright(proved);
        Marks before = marks(file, given.mediaType());
        return intake.withFile(made -> {
            Found found = intake.picture(file, picture -> {
                encode(picture, format, made);
                return given.as(format.type().mediaType(), picture);
            });
            return stored(output, made, found, label, before);
        });
    }

    private static void encode(BufferedImage picture, PictureFormat format, Path to) {
        try (OutputStream out = Files.newOutputStream(to)) {
            Codec.encode(picture, format, out);
        } catch (IOException e) {
            throw Intake.failed(e);
        }
    }

    private Inspected stored(StagedOutput output, Path file, Found found, Label label, Marks before) {
        Marked marked = mark(file, found.mediaType(), label, before);
        try (InputStream content = marked.open()) {
            Blob blob = blobs.put(output.owner(), key(output), content, Long.MAX_VALUE);
            return new Inspected(
                    found.mediaType(),
                    found.width(),
                    found.height(),
                    blob.bytes(),
                    blob.sha256(),
                    marked.provenance(),
                    found.small());
        } catch (IOException e) {
            throw Intake.failed(e);
        }
    }

    private static Marks marks(Path file, String mediaType) {
        try {
            return Marker.find(file, mediaType);
        } catch (IOException e) {
            throw unmarkable(e);
        }
    }

    private static Marked mark(Path file, String mediaType, Label label, Marks before) {
        try {
            return Marker.mark(file, mediaType, label, before);
        } catch (IOException e) {
            throw unmarkable(e);
        }
    }

    /** A decoder may take what is not quite a picture; nothing is kept that cannot be marked. */
    private static PlatformException unmarkable(IOException e) {
        return PlatformException.upstream("invalid_output", "The output cannot be marked as what it is.", false)
                .causedBy(e);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Intake.failed(e);
        }
    }
}
