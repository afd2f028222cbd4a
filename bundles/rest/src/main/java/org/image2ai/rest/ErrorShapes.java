package org.image2ai.rest;

import java.util.Arrays;
import java.util.Optional;
import org.apache.cxf.message.Message;
import org.image2ai.api.rest.ErrorShape;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** The shapes of errors that are live. */
final class ErrorShapes implements AutoCloseable {
    private static final ErrorShape[] NONE = {};

    private final ServiceTracker<ErrorShape, ErrorShape> live;

    ErrorShapes(BundleContext context) {
        live = new ServiceTracker<>(context, ErrorShape.class, null);
        live.open();
    }

    /** The shape for the request that a message carries, where it is not our own. */
    Optional<ErrorShape> of(Message message) {
        if (message == null || !(message.get(Message.REQUEST_URI) instanceof String path)) {
            return Optional.empty();
        }
        return Arrays.stream(live.getServices(NONE))
                .filter(shape -> path.equals(shape.prefix()) || path.startsWith(shape.prefix() + "/"))
                .findFirst();
    }

    @Override
    public void close() {
        live.close();
    }
}
