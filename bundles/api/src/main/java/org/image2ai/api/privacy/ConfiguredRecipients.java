package org.image2ai.api.privacy;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where recipients are of which a declaration cannot say it, because the operator decides: registered by the bundle that
 * declares them, asked for the public register. Answers from memory, on any thread.
 */
@ConsumerType
@FunctionalInterface
public interface ConfiguredRecipients {
    /** The hosts of each such recipient by its declared name; one that is not in use has none. */
    Map<String, List<String>> hosts();
}
