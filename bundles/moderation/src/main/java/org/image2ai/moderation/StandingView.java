package org.image2ai.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How an account stands.
 *
 * @param points of its strikes
 * @param limit with how many it is suspended; 0 for never
 * @param suspendedUntil until when it is; absent when it is not
 * @param strikes those that count, those that are forgotten first first
 */
public record StandingView(int points, int limit, Optional<Instant> suspendedUntil, List<StrikeView> strikes) {
    /** A strike, and the review that gave it. */
    public record StrikeView(String review, String category, int points, Instant created, Instant expires) {}

    static StandingView of(List<Strike> live, Strikes strikes) {
        return new StandingView(
                live.stream().mapToInt(Strike::points).sum(),
                strikes.limit(),
                strikes.suspendedUntil(live),
                live.stream()
                        .map(strike -> new StrikeView(
                                strike.review(),
                                strike.category().wireName(),
                                strike.points(),
                                strike.created(),
                                strike.expires()))
                        .toList());
    }
}
