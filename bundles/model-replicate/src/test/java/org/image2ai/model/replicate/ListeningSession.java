package org.image2ai.model.replicate;

import java.util.Optional;
import java.util.function.Consumer;
import org.image2ai.api.model.RenderSession;

/** A session that tells of each message as it comes. */
record ListeningSession(RenderSession session, Consumer<String> listener) implements RenderSession {
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
