package org.image2ai.notify;

import java.lang.annotation.Annotation;

/** The configuration of a test. */
record TestConfig(String channel, int smtpPort, String webhookRetrySeconds) implements NotifyConfig {
    static TestConfig files() {
        return new TestConfig("file", 0, "0, 0");
    }

    @Override
    public String from() {
        return "Image2AI <no-reply@example.org>";
    }

    @Override
    public String smtpHost() {
        return "127.0.0.1";
    }

    @Override
    public String smtpUser() {
        return "";
    }

    @Override
    public String smtpPassword() {
        return "";
    }

    @Override
    public String smtpSecurity() {
        return "none";
    }

    @Override
    public int smtpTimeoutMillis() {
        return 5_000;
    }

    @Override
    public int mailContentDays() {
        return 1;
    }

    @Override
    public int logDays() {
        return 30;
    }

    @Override
    public boolean webhookHttp() {
        return true;
    }

    @Override
    public int webhookConcurrent() {
        return 8;
    }

    @Override
    public int sweepSeconds() {
        return 1;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return NotifyConfig.class;
    }
}
