package org.image2ai.tck.moderation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.image2ai.api.CallContext;
import org.image2ai.api.moderation.Content;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.ContentReviewer;
import org.image2ai.api.moderation.Finding;
import org.image2ai.api.moderation.ReviewResult;
import org.image2ai.tck.Calls;
import org.junit.Test;

/** What every {@link ContentReviewer} must do. A test extends it, and names contents of the kinds that it declares. */
public abstract class ContentReviewerContract {
    private static final int THREADS = 8;
    private static final int ROUNDS = 4;

    /** The reviewer; one for all tests of a method. */
    protected abstract ContentReviewer reviewer();

    /** The kinds of content that it declares. */
    protected abstract Set<Content.Kind> kinds();

    /** Harmless contents, and others: of every kind that it declares, and of no other. */
    protected abstract List<Content> samples();

    private static CallContext call() {
        return Calls.of(Calls.ALICE);
    }

    @Test
    public void samplesCoverWhatItReviews() {
        Set<Content.Kind> sampled = EnumSet.noneOf(Content.Kind.class);
        samples().forEach(sample -> sampled.add(sample.kind()));
        assertEquals(kinds(), sampled);
    }

    @Test
    public void findsACategoryOnceAtMost() {
        for (Content sample : samples()) {
            ReviewResult result = reviewer().review(call(), sample);
            assertNotNull(sample + " has no result", result);
            Set<ContentCategory> found = EnumSet.noneOf(ContentCategory.class);
            for (Finding finding : result.findings()) {
                assertTrue(sample + ": " + finding.category() + " twice", found.add(finding.category()));
                assertFalse(
                        sample + ": a finding without a reason",
                        finding.reason().isBlank());
            }
        }
    }

    @Test
    public void saysTheSameOfTheSame() {
        for (Content sample : samples()) {
            assertEquals(
                    sample.toString(),
                    reviewer().review(call(), sample),
                    reviewer().review(call(), sample));
        }
    }

    @Test
    public void changesNoContent() {
        for (Content sample : samples()) {
            if (sample instanceof Content.Picture picture) {
                int[] before = picture.rgb().clone();
                reviewer().review(call(), sample);
                assertTrue(Arrays.equals(before, picture.rgb()));
            }
        }
    }

    @Test
    public void isAskedByManyAtOnce() throws Exception {
        List<ReviewResult> alone = new ArrayList<>();
        samples().forEach(sample -> alone.add(reviewer().review(call(), sample)));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<ReviewResult>>> all = new ArrayList<>();
            for (int i = 0; i < THREADS * ROUNDS; i++) {
                all.add(threads.submit(() -> samples().stream()
                        .map(sample -> reviewer().review(call(), sample))
                        .toList()));
            }
            for (Future<List<ReviewResult>> one : all) {
                assertEquals(alone, one.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
