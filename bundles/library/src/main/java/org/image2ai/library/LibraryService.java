package org.image2ai.library;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.AssetId;
import org.image2ai.api.CallContext;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.AssetLink;
import org.image2ai.api.library.Library;
import org.image2ai.api.library.Lineage;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.storage.Blob;
import org.image2ai.api.storage.BlobService;
import org.image2ai.api.storage.BlobService.BlobWriter;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.kit.Ids;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link Library} over rows and blobs: a blob comes before its row and goes after it. */
@Component
public final class LibraryService implements Library {
    private final Assets assets;
    private final BlobService blobs;
    private final Intake intake;
    private final Results results;
    private final Thumbnails thumbnails;
    private final Links links;
    private final Transactions transactions;

    @Activate
    public LibraryService(
            @Reference Assets assets,
            @Reference BlobService blobs,
            @Reference Intake intake,
            @Reference Results results,
            @Reference Thumbnails thumbnails,
            @Reference Links links,
            @Reference Transactions transactions) {
        this.assets = assets;
        this.blobs = blobs;
        this.intake = intake;
        this.results = results;
        this.thumbnails = thumbnails;
        this.links = links;
        this.transactions = transactions;
    }

    @Override
    public Asset upload(CallContext context, InputStream content) {
        AccountId owner = context.account();
        AssetId id = new AssetId(Ids.next("ast"));
        ObjectKey key = ObjectKey.of("uploads", id.value());
        Asset asset =
                intake.withFile(content, intake.config().maxUploadBytes(), file -> uploaded(owner, id, key, file));
        try {
            assets.add(asset, key);
        } catch (RuntimeException e) {
            blobs.delete(owner, key);
            throw e;
        }
        return asset;
    }

    /** A small upload may become a larger file, a JPEG never: the decode budget bounds both. */
    private Asset uploaded(AccountId owner, AssetId id, ObjectKey key, Path file) {
        try (BlobWriter writer = blobs.write(owner, key, Long.MAX_VALUE)) {
            Intake.Kept kept = intake.keep(file, writer);
            Blob blob = writer.commit();
            return new Asset(
                    id,
                    owner,
                    Asset.Origin.UPLOAD,
                    kept.mediaType(),
                    kept.width(),
                    kept.height(),
                    blob.bytes(),
                    blob.sha256(),
                    now(),
                    Optional.empty());
        } catch (IOException e) {
            throw Intake.failed(e);
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public Asset get(CallContext context, AssetId id) {
        return assets.require(context, id).asset();
    }

    @Override
    public Page<Asset> list(CallContext context, PageRequest page) {
        return assets.list(context.account(), page);
    }

    @Override
    public InputStream open(CallContext context, AssetId id, long offset, long length) {
        Assets.Filed filed = assets.require(context, id);
        return blobs.read(filed.asset().owner(), filed.file(), offset, length);
    }

    @Override
    public void delete(CallContext context, AssetId id) {
        erase(assets.require(context, id));
    }

    /** Removes the row, and the files once it is gone for good. What a crash leaves in between, the sweeper finds. */
    private void erase(Assets.Filed filed) {
        Asset asset = filed.asset();
        transactions.required(() -> {
            transactions.afterCommit(() -> {
                thumbnails.remove(asset);
                blobs.delete(asset.owner(), filed.file());
            });
            return assets.remove(asset.id());
        });
    }

    @Override
    public void requireRoom() {
        blobs.requireRoom();
    }

    @Override
    public StagedWriter stage(StagedOutput output) {
        return results.stage(output);
    }

    @Override
    public Optional<Inspected> keep(StagedOutput output, Making making, Optional<PictureFormat> format) {
        return results.keep(output, making, format);
    }

    @Override
    public byte[] transcode(byte[] picture, PictureFormat format) {
        return intake.withFile(
                new ByteArrayInputStream(picture),
                picture.length,
                file -> intake.picture(file, decoded -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    try {
                        Codec.encode(decoded, format, out);
                    } catch (IOException e) {
                        throw Intake.failed(e);
                    }
                    return out.toByteArray();
                }));
    }

    @Override
    public AssetLink link(CallContext context, AssetId id, Duration life) {
        return links.make(assets.require(context, id).asset().id(), life);
    }

    @Override
    public Asset adopt(StagedOutput output, Inspected inspected, Lineage lineage) {
        Asset asset = new Asset(
                new AssetId(Ids.next("ast")),
                output.owner(),
                Asset.Origin.RESULT,
                inspected.mediaType(),
                inspected.width(),
                inspected.height(),
                inspected.bytes(),
                inspected.sha256(),
                now(),
                Optional.of(lineage));
        assets.add(asset, Results.key(output));
        return asset;
    }
}
