package org.image2ai.generation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.image2ai.api.Money;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.RenderedJob;
import org.image2ai.api.library.Provenance;
import org.image2ai.api.model.ParameterOutcome;
import org.image2ai.api.model.RouteResult;

/** Writes what ran, what became of each parameter, what it cost and why this route. */
final class Receipts {
    private Receipts() {}

    static Job.Receipt of(RenderedJob job, long held, long spent) {
        RouteResult route = job.route();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("attempt", job.claim().attempt());
        details.put("parameters", parameters(job));
        details.put("route", route.attempts().stream().map(Receipts::attempt).toList());
        details.put("provider", route.result().details());
        details.put("marking", marking(job));
        if (!job.withheld().isEmpty()) {
            details.put("withheld", withheld(job));
        }
        route.estimatedCost().ifPresent(cost -> details.put("estimatedCost", money(cost)));
        route.result().cost().ifPresent(cost -> details.put("vendorCost", money(cost)));
        route.result().vendorRequestId().ifPresent(id -> details.put("vendorRequestId", id));
        return new Job.Receipt(
                route.provider(),
                route.vendor(),
                route.model(),
                held,
                spent,
                route.creditsPerImage(),
                job.millis(),
                details);
    }

    /** Which pictures did not pass their review, why, and where to appeal. */
    private static List<Map<String, Object>> withheld(RenderedJob job) {
        return new TreeMap<>(job.withheld())
                .entrySet().stream()
                        .map(one -> Map.<String, Object>of(
                                "output", one.getKey(),
                                "decision", one.getValue().decision().wireName(),
                                "category",
                                        one.getValue().category().orElseThrow().wireName(),
                                "review",
                                        "/api/v1/reviews/"
                                                + one.getValue().review().orElseThrow()))
                        .toList();
    }

    private static List<Map<String, Object>> parameters(RenderedJob job) {
        List<ParameterOutcome> told = job.route().result().parameters();
        List<Map<String, Object>> all =
                new ArrayList<>(told.stream().map(Receipts::parameter).toList());
        Set<String> named = told.stream().map(ParameterOutcome::name).collect(Collectors.toSet());
        job.claim().job().request().parameters().keySet().stream()
                .filter(name -> !named.contains(name))
                .sorted()
                .forEach(name -> all.add(parameter(new ParameterOutcome(name, ParameterOutcome.Fate.HONOURED, ""))));
        return all;
    }

    private static Map<String, Object> parameter(ParameterOutcome outcome) {
        return Map.of(
                "name", outcome.name(),
                "fate", outcome.fate().name().toLowerCase(Locale.ROOT),
                "note", outcome.note());
    }

    /** How each picture's file says what it is. */
    private static List<Map<String, Object>> marking(RenderedJob job) {
        return new TreeMap<>(job.inspected())
                .entrySet().stream()
                        .map(kept -> marking(kept.getKey(), kept.getValue().provenance()))
                        .toList();
    }

    private static Map<String, Object> marking(int output, Provenance provenance) {
        return Map.of(
                "output", output,
                "mark", provenance.mark().name().toLowerCase(Locale.ROOT),
                "digitalSourceType", provenance.source().term(),
                "note", provenance.note());
    }

    private static Map<String, Object> money(Money money) {
        return Map.of(
                "amount", money.amount().toPlainString(),
                "currency", money.currency().getCurrencyCode());
    }

    /** What a failed try was charged is our cost: it stands here and in no price. */
    private static Map<String, Object> attempt(RouteResult.Attempt attempt) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("model", attempt.model());
        told.put("reason", attempt.reason());
        told.put("error", attempt.error());
        told.put("millis", attempt.millis());
        attempt.cost().ifPresent(cost -> told.put("cost", money(cost)));
        return told;
    }
}
