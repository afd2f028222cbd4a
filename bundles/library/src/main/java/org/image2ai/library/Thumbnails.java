package org.image2ai.library;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService;
import org.image2ai.api.storage.BlobService.BlobWriter;
import org.image2ai.api.storage.ObjectKey;
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
        try (InputStream in = blobs.read(asset.owner(), filed.file());
                BlobWriter writer = blobs.write(asset.owner(), key, Long.MAX_VALUE)) {
            BufferedImage small = intake.withFile(in, Long.MAX_VALUE, file -> intake.small(file, side));
            Codec.encode(small, format(asset), writer);
            writer.commit();
        } catch (IOException e) {
            throw Intake.failed(e);
        }
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
