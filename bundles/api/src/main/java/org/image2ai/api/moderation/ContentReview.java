package org.image2ai.api.moderation;

import java.util.Optional;
import org.image2ai.api.CallContext;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reviews content for concerns: asks the reviewers, applies the operator's thresholds, and keeps what it refuses, with
 * strikes and a way to appeal.
 */
@ProviderType
public interface ContentReview {
    /** What is missing for reviews to be made, in a few words; empty when nothing is. */
    Optional<String> missing();

    /**
     * Asks whether an account may submit anything.
     *
     * @throws org.image2ai.api.PlatformException DENIED {@code account_suspended_for_content} after too many strikes
     */
    void requireGoodStanding(CallContext context);

    /**
     * Reviews the words of a job before it is let in.
     *
     * @throws org.image2ai.api.PlatformException EXHAUSTED {@code review_unavailable}, UPSTREAM {@code review_failed}
     */
    Verdict prompt(CallContext context, String prompt, Strictness strictness);

    /** The longest side in pixels of the copies that reviewers look at; 0 where pictures are not reviewed. */
    int pictureSide();

    /**
     * Reviews an upload or a result. Of one that a person must look at, the file is copied before this returns.
     *
     * @throws org.image2ai.api.PlatformException EXHAUSTED {@code review_unavailable}, UPSTREAM {@code review_failed}
     */
    Verdict picture(CallContext context, Submission picture);
}
