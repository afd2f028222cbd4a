package org.image2ai.tck.moderation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.ContentReview;
import org.image2ai.api.moderation.Strictness;
import org.image2ai.api.moderation.Submission;
import org.image2ai.api.moderation.Verdict;
import org.image2ai.api.moderation.Verdict.Decision;

/** A review that says what it is told to, and remembers what it was asked. */
public final class FakeContentReview implements ContentReview {
    private final Map<Integer, Decision> ofOutputs = new HashMap<>();
    private final List<Strictness> asked = new ArrayList<>();
    private final List<Submission> pictures = new ArrayList<>();
    private String missing;
    private boolean suspended;
    private Decision ofPrompts = Decision.ALLOW;
    private Decision ofUploads = Decision.ALLOW;
    private int side = 8;

    /** Says this of an output of a job. */
    public FakeContentReview output(int output, Decision decision) {
        ofOutputs.put(output, decision);
        return this;
    }

    /** Says this of every prompt. */
    public FakeContentReview prompts(Decision decision) {
        ofPrompts = decision;
        return this;
    }

    /** Says this of every upload. */
    public FakeContentReview uploads(Decision decision) {
        ofUploads = decision;
        return this;
    }

    /** Has it miss something; null for nothing. */
    public void miss(String what) {
        missing = what;
    }

    /** Suspends every account. */
    public void suspend() {
        suspended = true;
    }

    /** Wants copies of this side; 0 for none. */
    public void side(int pixels) {
        side = pixels;
    }

    /** How strictly it was asked to review each prompt. */
    public List<Strictness> asked() {
        return List.copyOf(asked);
    }

    /** The pictures that it was shown. */
    public List<Submission> pictures() {
        return List.copyOf(pictures);
    }

    private static Verdict verdict(Decision decision) {
        return decision == Decision.ALLOW
                ? Verdict.ALLOWED
                : new Verdict(decision, Optional.of(ContentCategory.SEXUAL), Optional.of("rev_1"));
    }

    @Override
    public Optional<String> missing() {
        return Optional.ofNullable(missing);
    }

    @Override
    public void requireGoodStanding(CallContext context) {
        if (suspended) {
            throw PlatformException.denied("account_suspended_for_content", "suspended");
        }
    }

    @Override
    public Verdict prompt(CallContext context, String prompt, Strictness strictness) {
        asked.add(strictness);
        return verdict(ofPrompts);
    }

    @Override
    public int pictureSide() {
        return side;
    }

    @Override
    public Verdict picture(CallContext context, Submission picture) {
        pictures.add(picture);
        return verdict(picture.made()
                .map(made -> ofOutputs.getOrDefault(made.lineage().output(), Decision.ALLOW))
                .orElse(ofUploads));
    }
}
