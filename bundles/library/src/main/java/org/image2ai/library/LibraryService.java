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
import org.image2ai.api.moderation.Content;
import org.image2ai.api.moderation.Submission;
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
    private final UploadReview reviews;

    @Activate
    public LibraryService(
            @Reference Assets assets,
            @Reference BlobService blobs,
            @Reference Intake intake,
            @Reference Results results,
            @Reference Thumbnails thumbnails,
            @Reference Links links,
            @Reference Transactions transactions,
            @Reference UploadReview reviews) {
        this.assets = assets;
        this.blobs = blobs;
        this.intake = intake;
        this.results = results;
        this.thumbnails = thumbnails;
        this.links = links;
        this.transactions = transactions;
        this.reviews = reviews;
    }

    @Override
    public Asset upload(CallContext context, InputStream content) {
        return take(context, content, reviews.begin(context));
    }

    @Override
    public Asset uploadApproved(CallContext context, InputStream content) {
        return take(context, content, 0);
    }

    /** A picture that is stored, and the small copy by which it is reviewed. */
    private record Taken(Asset asset, Optional<Content.Picture> small) {}

    private Asset take(CallContext context, InputStream content, int side) {
        AccountId owner = context.account();
        AssetId id = new AssetId(Ids.next("ast"));
        ObjectKey key = ObjectKey.of("uploads", id.value());
        Taken taken = intake.withFile(
                content, intake.config().maxUploadBytes(), file -> uploaded(owner, id, key, file, side));
        try {
            taken.small()
                    .map(small -> new Submission(
                            small, taken.asset().mediaType(), () -> blobs.read(owner, key), Optional.empty()))
                    .ifPresent(upload -> reviews.review(context, upload));
            assets.add(taken.asset(), key);
        } catch (RuntimeException e) {
            blobs.delete(owner, key);
            throw e;
        }
        return taken.asset();
    }

    /** A small upload may become a larger file, a JPEG never: the decode budget bounds both. */
    private Taken uploaded(AccountId owner, AssetId id, ObjectKey key, Path file, int side) {
        try (BlobWriter writer = blobs.write(owner, key, Long.MAX_VALUE)) {
            Intake.Kept kept = intake.keep(file, writer, side);
            Blob blob = writer.commit();
            Asset asset = new Asset(
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
            return new Taken(asset, kept.small());
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
    public Optional<Inspected> keep(StagedOutput output, Making making, Optional<PictureFormat> format, int side) {
        return results.keep(output, making, format, side);
    }

    @Override
    public InputStream open(StagedOutput output) {
        return blobs.read(output.owner(), Results.key(output));
    }

    @Override
    public Content.Picture small(StagedOutput output, int side) {
        try (InputStream in = open(output)) {
            return intake.withFile(in, intake.config().maxOutputBytes(), file -> intake.output(file, side)
                    .small()
                    .orElseThrow());
        } catch (IOException e) {
            throw Intake.failed(e);
        }
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
