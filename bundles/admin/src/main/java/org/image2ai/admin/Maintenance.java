package org.image2ai.admin;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Component;

/** What keeps the server from being ready though all its parts are there. */
@Component(service = Maintenance.class)
public final class Maintenance {
    private final AtomicReference<String> reason = new AtomicReference<>();

    /** From now on the server is not ready, for a reason in a few words. */
    public void begin(String why) {
        reason.set(why);
    }

    /** The reason is gone. */
    public void end() {
        reason.set(null);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason.get());
    }
}
