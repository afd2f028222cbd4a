package org.image2ai.library;

import java.lang.annotation.Annotation;

/** A configuration for tests. */
record Limits(long maxUploadBytes, long maxPixels, long decodeBudgetBytes) implements LibraryConfig {
    static final Limits USUAL = new Limits(5_000_000, 100_000_000, 100_000_000);

    @Override
    public long maxOutputBytes() {
        return 1_000_000;
    }

    @Override
    public int sweepGraceMinutes() {
        return 60;
    }

    @Override
    public int sweepMinutes() {
        return 0;
    }

    @Override
    public boolean requireReview() {
        return true;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return LibraryConfig.class;
    }
}
