package org.image2ai.plugins;

import java.lang.annotation.Annotation;

/** The configuration with its defaults, but for what a test changes. */
record TestConfig(String pins, boolean requireSignature, String keyStore, int firstWorks) implements PluginsConfig {
    static final TestConfig DEFAULTS = new TestConfig("", false, "", 10);

    @Override
    public int drainSeconds() {
        return 60;
    }

    @Override
    public String keyStorePassword() {
        return "changeit";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return PluginsConfig.class;
    }
}
