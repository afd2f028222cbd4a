package org.image2ai.moderation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.moderation.Content;
import org.image2ai.api.moderation.ContentReviewer;
import org.image2ai.api.moderation.Finding;
import org.image2ai.api.moderation.ReviewResult;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The reviewers that are live. */
@Component(service = Reviewers.class)
public final class Reviewers {
    private static final int LARGEST = 1_024;

    private record Known(String id, List<String> reviews, int side) {}

    private final Map<ContentReviewer, Known> live = new ConcurrentHashMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ContentReviewer reviewer, Map<String, Object> facts) {
        Object reviews = facts.get("image2ai.reviewer.reviews");
        List<String> kinds =
                reviews instanceof String[] several ? Arrays.asList(several) : List.of(String.valueOf(reviews));
        int side = facts.get("image2ai.reviewer.side") instanceof Integer wanted ? Math.min(LARGEST, wanted) : 0;
        live.put(reviewer, new Known(String.valueOf(facts.get("image2ai.reviewer.id")), kinds, side));
    }

    void remove(ContentReviewer reviewer) {
        live.remove(reviewer);
    }

    boolean isLive(String id) {
        return live.values().stream().anyMatch(known -> known.id().equals(id));
    }

    /** The longest side of a picture that any of them wants to see; 0 when none reviews pictures. */
    int side() {
        return live.values().stream()
                .filter(known -> known.reviews().contains(Content.Kind.PICTURE.wireName()))
                .mapToInt(Known::side)
                .max()
                .orElse(0);
    }

    /** What all of them find. @throws PlatformException UPSTREAM {@code review_failed} when one does not answer */
    List<Finding> review(CallContext context, Content content) {
        List<Finding> findings = new ArrayList<>();
        live.forEach((reviewer, known) -> {
            if (known.reviews().contains(content.kind().wireName())) {
                findings.addAll(ask(reviewer, known.id(), context, content).findings());
            }
        });
        return findings;
    }

    private static ReviewResult ask(ContentReviewer reviewer, String id, CallContext context, Content content) {
        try {
            return Optional.ofNullable(reviewer.review(context, content))
                    .orElseThrow(() -> new IllegalStateException("no answer"));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw PlatformException.upstream("review_failed", "The reviewer " + id + " failed.", true)
                    .causedBy(e);
        }
    }
}
