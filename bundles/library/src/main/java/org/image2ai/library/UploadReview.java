package org.image2ai.library;

import java.util.Optional;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.moderation.ContentReview;
import org.image2ai.api.moderation.Submission;
import org.image2ai.api.moderation.Verdict;
import org.image2ai.kit.review.Reviewing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Has uploads reviewed before they are anybody's. */
@Component(service = UploadReview.class, configurationPid = "org.image2ai.library")
public final class UploadReview {
    private final boolean required;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile ContentReview review;

    @Activate
    public UploadReview(LibraryConfig config) {
        this.required = config.requireReview();
    }

    /** With a review of its own, for tests. */
    UploadReview(ContentReview review) {
        this.required = true;
        this.review = review;
    }

    private Optional<ContentReview> ready() {
        return new Reviewing(Optional.ofNullable(review), required).ready();
    }

    /**
     * Asks whether an account may upload.
     *
     * @return the side of the small copy that will be reviewed; 0 when none will
     */
    int begin(CallContext context) {
        Optional<ContentReview> live = ready();
        live.ifPresent(found -> found.requireGoodStanding(context));
        return live.map(ContentReview::pictureSide).orElse(0);
    }

    /** @throws PlatformException INVALID {@code content_refused} or {@code content_held}, naming the field {@code file} */
    void review(CallContext context, Submission upload) {
        Verdict verdict = ready().map(live -> live.picture(context, upload)).orElse(Verdict.ALLOWED);
        if (!verdict.allowed()) {
            throw verdict.refusal("picture", "file");
        }
    }
}
