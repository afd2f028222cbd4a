package org.image2ai.generation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Whole credits of an exact price, as the ledger rounds them. */
final class WholeCredits {
    private WholeCredits() {}

    static long of(BigDecimal exact) {
        return exact.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
