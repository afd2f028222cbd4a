package org.image2ai.model.embedded.enhance;

import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderSession;

/** Ends work that nobody wants any more. */
final class Stop {
    private Stop() {}

    static PlatformException cancelled() {
        return PlatformException.conflict("cancelled", "The enhancement was cancelled before it was done.");
    }

    static void whenUnwanted(RenderSession session) {
        if (session.cancelled() || Thread.currentThread().isInterrupted()) {
            throw cancelled();
        }
    }
}
