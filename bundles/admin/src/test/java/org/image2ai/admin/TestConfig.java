package org.image2ai.admin;

import java.lang.annotation.Annotation;

/** The configuration of a test. */
final class TestConfig implements AdminConfig {
    @Override
    public String requiredServices() {
        return "";
    }

    @Override
    public String requiredEndpoints() {
        return "";
    }

    @Override
    public int auditDays() {
        return 30;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return AdminConfig.class;
    }
}
