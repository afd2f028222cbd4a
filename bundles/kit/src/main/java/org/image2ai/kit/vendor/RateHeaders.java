package org.image2ai.kit.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a vendor wants to be left alone. {@code Retry-After} is of RFC 9110, 10.2.3 (seconds or a date);
 * {@code retry-after-ms} and {@code x-ratelimit-reset-…} are what vendors send beside it ({@code 1s}, {@code 6m0s},
 * {@code 120ms}, seconds, or seconds since 1970).
 */
final class RateHeaders {
    private static final List<String> RESETS = List.of(
            "x-ratelimit-reset-requests", "x-ratelimit-reset-images", "x-ratelimit-reset-tokens", "x-ratelimit-reset");
    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|d)");
    private static final Pattern PARTS = Pattern.compile("(?:" + PART.pattern() + ")+");
    /** More is a mistake of the vendor's, or of ours. */
    private static final Duration LONGEST = Duration.ofDays(1);
    /** Numbers from here on are points in time. */
    private static final double EPOCH = 1_000_000_000;

    private RateHeaders() {}

    static Optional<Duration> pause(Function<String, Optional<String>> header, Instant now) {
        return header.apply("retry-after-ms")
                .flatMap(value -> seconds(value).map(ms -> ms / 1_000))
                .map(RateHeaders::ofSeconds)
                .or(() -> header.apply("retry-after").flatMap(value -> retryAfter(value.strip(), now)))
                .or(() -> RESETS.stream()
                        .flatMap(name -> header.apply(name).flatMap(value -> reset(value.strip(), now)).stream())
                        .max(Duration::compareTo))
                .map(pause -> pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    private static Optional<Duration> retryAfter(String value, Instant now) {
        Optional<Double> seconds = seconds(value);
        if (seconds.isPresent()) {
            return seconds.map(RateHeaders::ofSeconds);
        }
        try {
            Instant when = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until(when, now));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> reset(String value, Instant now) {
        Optional<Double> number = seconds(value);
        if (number.isPresent()) {
            double seconds = number.get();
            return Optional.of(
                    seconds < EPOCH ? ofSeconds(seconds) : until(Instant.ofEpochSecond((long) seconds), now));
        }
        if (!PARTS.matcher(value).matches()) {
            return Optional.empty();
        }
        double seconds = 0;
        for (Matcher part = PART.matcher(value); part.find(); ) {
            seconds += Double.parseDouble(part.group(1)) * unit(part.group(2));
        }
        return Optional.of(ofSeconds(seconds));
    }

    private static double unit(String name) {
        return switch (name) {
            case "ms" -> 0.001;
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            default -> 1;
        };
    }

    private static Optional<Double> seconds(String value) {
        return value.strip().matches("\\d{1,12}(\\.\\d{1,9})?")
                ? Optional.of(Double.parseDouble(value.strip()))
                : Optional.empty();
    }

    private static Duration ofSeconds(double seconds) {
        return Duration.ofMillis((long) Math.ceil(seconds * 1_000));
    }

    private static Duration until(Instant when, Instant now) {
        Duration left = Duration.between(now, when);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
