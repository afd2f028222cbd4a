package org.image2ai.api.generation;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears what happens to a job. */
@FunctionalInterface
@ConsumerType
public interface JobListener {
    /** Called once per event, in order, on the thread that made it; must not block. */
    void onEvent(JobEvent event);
}
