package org.image2ai.kit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times as tables keep them: microseconds since 1970, in a {@code bigint}, the same on every database. */
public final class Micros {
    private Micros() {}

    /** The column of an instant. */
    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** The instant of a column. */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** The instant of a column that may be null. */
    public static Optional<Instant> optional(Long micros) {
        return Optional.ofNullable(micros).map(Micros::instant);
    }
}
