package org.image2ai.api.generation;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Wakes workers. An entry is only a hint that work waits: the row is the truth, a lost hint is found by the sweep, and
 * one too many finds nothing.
 */
@ConsumerType
public interface WorkQueue {
    /** Says that work waits. Called after the commit; must not block or throw. */
    void wake();
}
