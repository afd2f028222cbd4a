package org.image2ai.models;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RoutingPolicy;

/** Orders the models that can do a request, by one number for each: the least comes first. */
final class Policies {
    private final RoutingPolicy usual;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();
    private final Conversations conversations = new Conversations();

    /** @throws IllegalArgumentException naming what is wrong in the configuration */
    Policies(ModelsConfig config) {
        usual = RoutingPolicy.ofWireName(config.policy())
                .orElseThrow(() -> new IllegalArgumentException("There is no policy " + config.policy()));
        list(config.quality()).forEach(name -> ranks.putIfAbsent(name, ranks.size()));
        list(config.weights()).forEach(this::addWeight);
    }

    private static Stream<String> list(String commas) {
        return Arrays.stream(commas.split(",")).map(String::strip).filter(s -> !s.isEmpty());
    }

    private void addWeight(String text) {
        String[] pair = text.split("=", 2);
        double weight = pair.length < 2 ? -1 : Double.parseDouble(pair[1].strip());
        if (!(weight >= 0)) {
            throw new IllegalArgumentException("A weight is full name = number, not " + text);
        }
        weights.put(pair[0].strip(), weight);
    }

    RoutingPolicy of(RouteRequest request) {
        return request.routing().policy().orElse(usual);
    }

    /** The number of one candidate under a policy; candidates with the same one go by price. */
    double score(RoutingPolicy policy, Candidate candidate) {
        RouteRequest request = candidate.fitted().request();
        CatalogueEntry entry = candidate.place().entry();
        return switch (policy) {
            case CHEAPEST -> 0;
            case FASTEST -> candidate.health().millis(candidate.fitted().pixels());
            case QUALITY -> ranks.getOrDefault(entry.fullName(), ranks.size());
            case WEIGHTED -> lot(request, entry);
            case STICKY -> conversations.served(request, entry.fullName()) ? 0 : 1;
            case LOCAL_FIRST -> entry.local() ? 0 : 1;
        };
    }

    /** The lot of a model in a request: the same for its quote and its rendering, and again for each further request. */
    private double lot(RouteRequest request, CatalogueEntry entry) {
        double weight = weights.getOrDefault(entry.fullName(), 1.0);
        long mixed = mix(request.context().requestId().value().hashCode() * 31L
                + entry.fullName().hashCode());
        double drawn = ((mixed >>> 11) + 1) * 0x1.0p-53;
        return weight == 0 ? Double.POSITIVE_INFINITY : -Math.log(drawn) / weight;
    }

    /** Spreads close numbers over all (the finalizer of SplitMix64). */
    private static long mix(long number) {
        long z = number + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Remembers which model served a conversation. */
    void served(RouteRequest request, String model) {
        conversations.remember(request, model);
    }
}
