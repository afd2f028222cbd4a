package org.image2ai.model.embedded;

import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;

/**
 * One model of this bundle. {@link EmbeddedModelProvider} holds them all in one list and passes each request to the
 * model it names.
 *
 * <p>Implementations must be cheap to construct: what is expensive (an index, a network) is loaded at the first
 * request and kept. They are called from several threads at once.
 */
public interface EmbeddedModel extends AutoCloseable {
    /** What it can do; its name is the one that requests carry. The answer never changes. */
    ImageModel model();

    /** Renders one request, already validated against {@link #model()}, as the provider's contract says. */
    RenderResult render(RenderRequest request, RenderSession session);

    /**
     * Refuses, before anything is paid or kept, what can be told from the request's words and values alone. Quick.
     *
     * @throws org.image2ai.api.PlatformException INVALID naming the field
     */
    default void check(RenderRequest request) {}

    /**
     * Loads what the first request would wait for. Called once, on a thread of low priority, while requests may already
     * run. Implementations must end soon when the thread is interrupted.
     */
    default void warmUp() {}

    /** Lets go of what it holds outside the heap. No rendering runs then or later. */
    @Override
    default void close() {}
}
