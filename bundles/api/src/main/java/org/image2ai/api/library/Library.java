package org.image2ai.api.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.AssetId;
import org.image2ai.api.CallContext;
import org.image2ai.api.JobId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.moderation.Content;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The pictures of people. What another account owns does not exist for a caller. Pictures are hostile until they were
 * inspected: type by content, pixel and byte limits before decoding, then upright, sRGB and without personal metadata.
 */
@ProviderType
public interface Library {
    /**
     * Takes a picture in. The content is streamed, inspected and kept in a safe form.
     *
     * @throws org.image2ai.api.PlatformException INVALID naming field {@code file}: {@code unsupported_image},
     *     {@code animated_image}, {@code truncated_image}, {@code image_too_many_pixels}, {@code payload_too_large},
     *     {@code empty_image}, {@code content_refused}, {@code content_held}; DENIED
     *     {@code account_suspended_for_content}
     */
    Asset upload(CallContext context, InputStream content);

    /** Takes a picture in that a person has let through: inspected as any other, and not reviewed again. */
    Asset uploadApproved(CallContext context, InputStream content);

    /** One asset. @throws org.image2ai.api.PlatformException NOT_FOUND {@code asset_not_found} */
    Asset get(CallContext context, AssetId id);

    /** The caller's assets, newest first. */
    Page<Asset> list(CallContext context, PageRequest page);

    /** Opens an asset's file from {@code offset} on, at most {@code length} bytes; the caller closes the stream. */
    InputStream open(CallContext context, AssetId id, long offset, long length);

    /**
     * Makes a link to an asset's file that needs no credentials.
     *
     * @param life how long it works, up to a week
     */
    AssetLink link(CallContext context, AssetId id, Duration life);

    /** The same picture in another format; for small ones, since it is held whole in memory. */
    byte[] transcode(byte[] picture, PictureFormat format);

    /** Removes an asset, its file and its thumbnails. @throws org.image2ai.api.PlatformException NOT_FOUND */
    void delete(CallContext context, AssetId id);

    /**
     * Asks whether there is room for more pictures, so that new work can be refused before it costs anything.
     *
     * @throws org.image2ai.api.PlatformException EXHAUSTED {@code storage_full}
     */
    void requireRoom();

    /**
     * Opens the way for one output of a job. What is staged lies beside the store and on this machine, for as long as
     * the attempt takes; what is not kept in the end, a sweeper removes.
     *
     * @return the commit ends the file; writing beyond the platform's limit fails with {@code output_too_large}
     * @throws org.image2ai.api.PlatformException EXHAUSTED {@code storage_full}
     */
    StagedWriter stage(StagedOutput output);

    /**
     * Keeps a staged output. It is looked at, for the bytes must be what they claim to be; put into another format where
     * one is asked for; marked as what it is, in IPTC's terms and without a word about a person; and stored under its
     * deterministic key (job, attempt, output). A file with a vendor's C2PA manifest is stored as it came, since any
     * change would break the vendor's seal. What no asset row owns in the end, a sweeper removes.
     *
     * @param format how it is to be encoded; as it came where empty
     * @param side the longest side of the small copy that is wanted of it; 0 for none
     * @return the asset that it will be; empty when nothing was staged under that key
     * @throws org.image2ai.api.PlatformException UPSTREAM {@code invalid_output} when it is not a picture; EXHAUSTED
     *     {@code storage_full}
     */
    Optional<Inspected> keep(StagedOutput output, Making making, Optional<PictureFormat> format, int side);

    /** Opens an output that was kept; the caller closes the stream. */
    InputStream open(StagedOutput output);

    /** A small copy of an output that was kept, its longest side at most {@code side}. */
    Content.Picture small(StagedOutput output, int side);

    /** Makes a kept output an asset; joins the caller's transaction. */
    Asset adopt(StagedOutput output, Inspected inspected, Lineage lineage);

    /**
     * One output of one attempt of a job.
     *
     * @param owner whose it will be
     * @param job the job
     * @param attempt which try, from 1
     * @param output its number, from 0
     */
    record StagedOutput(AccountId owner, JobId job, int attempt, int output) {}

    /**
     * How an output was made.
     *
     * @param model the full name of the model that ran
     * @param source what its method makes of a photograph, or of nothing
     * @param inputs the pictures that went into it; a mask is none of them
     */
    record Making(String model, DigitalSourceType source, List<AssetId> inputs) {
        public Making {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(source, "source");
            inputs = List.copyOf(inputs);
        }
    }

    /** A picture on its way to be staged; closing without a commit leaves nothing. */
    @ProviderType
    abstract class StagedWriter extends OutputStream {
        /** Ends the picture, in the place of what was staged there before. */
        public abstract void commit() throws IOException;
    }

    /**
     * What was found in a picture file, and how it is kept.
     *
     * @param mediaType by its content
     * @param width in pixels
     * @param height in pixels
     * @param bytes length
     * @param sha256 lower-case hexadecimal
     * @param provenance how the file says what it is
     * @param small a small copy, where one was wanted
     */
    record Inspected(
            String mediaType,
            int width,
            int height,
            long bytes,
            String sha256,
            Provenance provenance,
            Optional<Content.Picture> small) {}
}
