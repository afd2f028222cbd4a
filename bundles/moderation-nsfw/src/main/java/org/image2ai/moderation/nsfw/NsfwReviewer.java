package org.image2ai.moderation.nsfw;

import java.util.List;
import java.util.Locale;
import org.image2ai.api.CallContext;
import org.image2ai.api.moderation.Content;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.ContentReviewer;
import org.image2ai.api.moderation.Finding;
import org.image2ai.api.moderation.ReviewResult;
import org.image2ai.api.moderation.ReviewerInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Says how explicit and how revealing a picture is. The classes are those of
 * <a href="https://github.com/infinitered/nsfwjs">nsfwjs</a>: drawing, hentai, neutral, porn, sexy.
 */
@Component(immediate = true)
@ReviewerInfo(id = "nsfw", reviews = "picture", side = 2 * Square.SIDE)
public final class NsfwReviewer implements ContentReviewer {
    private static final int HENTAI = 1;
    private static final int PORN = 3;
    private static final int SEXY = 4;

    private final Network network;

    /** Loads the network, so that the first picture waits for nothing and a network that fails is seen at once. */
    @Activate
    public NsfwReviewer() {
        network = new Network();
    }

    @Deactivate
    void close() {
        network.close();
    }

    @Override
    public ReviewResult review(CallContext context, Content content) {
        if (!(content instanceof Content.Picture picture)) {
            throw new IllegalArgumentException("nsfw reviews pictures, not a " + content.kind());
        }
        float[] classes = network.run(Square.of(picture));
        String seen = String.format(
                Locale.ROOT, "porn %.3f, hentai %.3f, sexy %.3f", classes[PORN], classes[HENTAI], classes[SEXY]);
        return new ReviewResult(List.of(
                new Finding(ContentCategory.SEXUAL, score(classes[PORN] + classes[HENTAI]), seen),
                new Finding(ContentCategory.SUGGESTIVE, score(classes[SEXY]), seen)));
    }

    /** Sums of probabilities are not exactly within 0 and 1. */
    private static double score(float sum) {
        return Math.max(0, Math.min(1, sum));
    }
}
