package org.image2ai.models;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many further tries elsewhere the failures of a provider may cause: a share of the requests that went to it first,
 * and some more at once. When all vendors are down, trying all of them for everybody would only multiply the calls.
 */
final class RetryBudget {
    private final double share;
    private final int burst;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    RetryBudget(int percent, int burst) {
        this.share = percent / 100.0;
        this.burst = burst;
    }

    private final class Bucket {
        private double tokens = burst;

        synchronized void fill() {
            tokens = Math.min(burst, tokens + share);
        }

        synchronized boolean take() {
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }

    private Bucket bucket(String provider) {
        return buckets.computeIfAbsent(provider, id -> new Bucket());
    }

    /** Counts a request that goes to a provider first. */
    void first(String provider) {
        bucket(provider).fill();
    }

    /** Asks for another try of a request, by the provider that it went to first. */
    boolean again(String provider) {
        return bucket(provider).take();
    }
}
