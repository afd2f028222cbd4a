package org.image2ai.billing;

import java.lang.annotation.Annotation;

/** A plan of so many credits a month. */
record TestConfig(int monthlyCredits) implements BillingConfig {
    @Override
    public String plan() {
        return "free";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return BillingConfig.class;
    }
}
