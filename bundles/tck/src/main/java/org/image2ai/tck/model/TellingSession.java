package org.image2ai.tck.model;

import java.util.Optional;
import java.util.function.Consumer;
import org.image2ai.api.model.RenderSession;

/**
 * A session that tells of each message as it comes, so that a test can act in the middle of a rendering.
 *
 * @param session does what is asked
 * @param listener told of each message of progress
 */
public record TellingSession(RenderSession session, Consumer<String> listener) implements RenderSession {
    @Override
    public void progress(double fraction, String message) {
        session.progress(fraction, message);
        listener.accept(message);
    }

    @Override
    public int wantedPreviews() {
        return session.wantedPreviews();
    }

    @Override
    public void preview(int output, String mediaType, byte[] picture) {
        session.preview(output, mediaType, picture);
    }

    @Override
    public void checkpoint(String token) {
        session.checkpoint(token);
    }

    @Override
    public Optional<String> checkpoint() {
        return session.checkpoint();
    }

    @Override
    public boolean cancelled() {
        return session.cancelled();
    }

    @Override
    public PictureStream output(int output, String mediaType) {
        return session.output(output, mediaType);
    }
}
