package org.image2ai.library;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.Lineage;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.library.Provenance;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.library.mark.Label;
import org.image2ai.library.mark.Marker;
import org.image2ai.library.mark.Marks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Small pictures of assets, made when they are first asked for. */
@Component(service = Thumbnails.class)
public final class Thumbnails {
    private static final String FOLDER = "thumbnails";

    private static final List<Integer> SIDES = List.of(128, 256, 512, 1024);

    private final BlobService blobs;
    private final Intake intake;

    @Activate
    public Thumbnails(@Reference BlobService blobs, @Reference Intake intake) {
        this.blobs = blobs;
        this.intake = intake;
    }

    /** The side that is made when another is asked for: the next larger of a few. */
    static int side(int asked) {
        return SIDES.stream().filter(side -> side >= asked).findFirst().orElse(SIDES.get(SIDES.size() - 1));
    }

    /** A PNG where the asset is one, else a JPEG. */
    static String mediaType(Asset asset) {
        return format(asset).type().mediaType();
    }

    private static PictureFormat format(Asset asset) {
        boolean jpeg = asset.mediaType().equals("image/jpeg");
        return new PictureFormat(jpeg ? PictureFormat.Type.JPEG : PictureFormat.Type.PNG, PictureFormat.USUAL_QUALITY);
    }

    InputStream open(Assets.Filed filed, int side) {
        Asset asset = filed.asset();
        ObjectKey key = key(asset, side);
        if (blobs.stat(asset.owner(), key).isEmpty()) {
            make(filed, side, key);
        }
        return blobs.read(asset.owner(), key);
    }

    private void make(Assets.Filed filed, int side, ObjectKey key) {
        Asset asset = filed.asset();
        try (InputStream in = blobs.read(asset.owner(), filed.file())) {
            BufferedImage small = intake.withFile(in, Long.MAX_VALUE, file -> intake.small(file, side));
            intake.withFile(file -> encoded(asset, small, file, key));
        } catch (IOException e) {
            throw Intake.failed(e);
        }
    }

    private Blob encoded(Asset asset, BufferedImage small, Path file, ObjectKey key) {
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                Codec.encode(small, format(asset), out);
            }
            try (InputStream content = marked(asset, file)) {
                return blobs.put(asset.owner(), key, content, Long.MAX_VALUE);
            }
        } catch (IOException e) {
            throw Intake.failed(e);
        }
    }

    /** A smaller picture says what the large one is. */
    private static InputStream marked(Asset asset, Path file) throws IOException {
        Optional<Provenance> provenance = asset.lineage().flatMap(Lineage::provenance);
        if (provenance.isEmpty()) {
            return Files.newInputStream(file);
        }
        Label label = Labels.ofThumbnail(asset, asset.lineage().orElseThrow(), provenance.get());
        return Marker.mark(file, mediaType(asset), label, Marks.NONE).open();
    }

    /** Whether a blob is a thumbnail. */
    static boolean is(Blob blob) {
        return blob.key().value().startsWith(FOLDER + "/");
    }

    /** The id of the asset of a thumbnail. */
    static String asset(Blob thumbnail) {
        return thumbnail.key().value().split("/")[1];
    }

    void remove(Asset asset) {
        SIDES.forEach(side -> blobs.delete(asset.owner(), key(asset, side)));
    }

    private static ObjectKey key(Asset asset, int side) {
        return ObjectKey.of(FOLDER, asset.id().value(), String.valueOf(side));
    }
}
