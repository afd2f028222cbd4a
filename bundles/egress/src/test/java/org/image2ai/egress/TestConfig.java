package org.image2ai.egress;

import java.lang.annotation.Annotation;

/** A configuration with one thing changed. */
record TestConfig(String allowedHosts, String allowedInner, String proxy, int idleTimeoutMillis)
        implements EgressConfig {
    private static final int IDLE = 5_000;

    static TestConfig inner(String allowed) {
        return new TestConfig("*", allowed, "", IDLE);
    }

    static TestConfig hosts(String allowed) {
        return new TestConfig(allowed, "", "", IDLE);
    }

    static TestConfig through(String proxy) {
        return new TestConfig("*", "", proxy, IDLE);
    }

    @Override
    public String allowedPorts() {
        return "80, 443, 1024-65535";
    }

    @Override
    public int maxConnections() {
        return 8;
    }

    @Override
    public int connectTimeoutMillis() {
        return 2_000;
    }

    TestConfig impatient() {
        return new TestConfig(allowedHosts, allowedInner, proxy, 200);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return EgressConfig.class;
    }
}
