package org.image2ai.privacy.policy;

import org.image2ai.api.Purpose;

/** The texts that people consent to: the versions of the policy. */
public interface ConsentTexts {
    /** The version that holds now. */
    String current();

    /** Whether somebody can read a version: it is published, though it may not hold yet or any more. */
    boolean isKnown(String version);

    /** Whether a consent to a purpose that was given to a version still holds: that purpose was not changed since. */
    boolean covers(String version, Purpose purpose);
}
