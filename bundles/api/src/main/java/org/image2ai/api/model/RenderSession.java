package org.image2ai.api.model;

import java.io.OutputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A provider's line to the platform during one rendering. Safe for use from several threads; calls after the
 * rendering ended are ignored.
 */
@ProviderType
public interface RenderSession {
    /**
     * Says how far the work is.
     *
     * @param fraction 0 to 1; values outside are cut, and it never goes back
     * @param message what is being done, in a few words; may be empty
     */
    void progress(double fraction, String message);

    /** How many unfinished pictures of each output are wanted; 0 for none. Others need not be made. */
    int wantedPreviews();

    /**
     * Shows an unfinished picture.
     *
     * @param output the number of the output it will become, from 0
     * @param mediaType its type
     * @param picture the whole encoded picture, at most 1 MiB; a larger one is dropped
     */
    void preview(int output, String mediaType, byte[] picture);

    /** Saves, durably and at once, what is needed to resume this work: the vendor's task id. At most 4,000 characters. */
    void checkpoint(String token);

    /** What an earlier try of the same work saved. */
    Optional<String> checkpoint();

    /** Whether the work is no longer wanted. */
    boolean cancelled();

    /**
     * Writes down, durably, that the work is about to leave this machine. The router says it before a provider that is not
     * local has it; from a provider it does nothing.
     *
     * @param bundle symbolic name of the provider's bundle, whose declaration names the recipient
     * @param host the server, where the operator named one; else empty, for the declaration names it
     * @throws org.image2ai.api.PlatformException DENIED {@code account_erased} when nothing may leave any more
     */
    default void leaves(String bundle, String host) {
        // Whoever only listens to a rendering has nothing to write down.
    }

    /**
     * Opens the way to storage for one picture. Closing the stream ends the picture; a picture that is opened again
     * replaces the earlier bytes. What is written beyond the platform's limit fails with {@code output_too_large}.
     *
     * @param output the number of the picture, from 0 to count − 1
     * @param mediaType what is written; the platform looks whether it is true
     */
    PictureStream output(int output, String mediaType);

    /** The way to storage for one picture: closing ends the picture, giving it up leaves nothing. */
    @ProviderType
    abstract class PictureStream extends OutputStream {
        /** Gives the picture up: what was written is dropped, and closing does nothing any more. */
        public abstract void abort();
    }
}
