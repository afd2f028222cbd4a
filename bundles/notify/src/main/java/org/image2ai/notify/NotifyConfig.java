package org.image2ai.notify;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI notify", description = "How mail and webhooks leave the server.")
@interface NotifyConfig {
    @AttributeDefinition(description = "How mail leaves: file, smtp, or the id of a plugin's channel")
    String channel() default "file";

    @AttributeDefinition(description = "Sender of mail")
    String from() default "Image2AI <no-reply@localhost>";

    @AttributeDefinition(description = "Mail server")
    String smtpHost() default "localhost";

    @AttributeDefinition(description = "Port of the mail server")
    int smtpPort() default 587;

    @AttributeDefinition(description = "Name at the mail server; empty for none")
    String smtpUser() default "";

    @AttributeDefinition(description = "Password at the mail server")
    String smtpPassword() default "";

    @AttributeDefinition(description = "starttls, tls or none")
    String smtpSecurity() default "starttls";

    @AttributeDefinition(description = "Milliseconds to wait for each answer of the mail server")
    int smtpTimeoutMillis() default 20_000;

    @AttributeDefinition(description = "Days for which the words of a mail that was sent are kept; 0 for none")
    int mailContentDays() default 1;

    @AttributeDefinition(description = "Days for which the logs of mail and of webhook deliveries are kept")
    int logDays() default 30;

    @AttributeDefinition(description = "Whether a webhook's address may begin with http://")
    boolean webhookHttp() default false;

    @AttributeDefinition(description = "Seconds before each further try of a webhook; after the last it is given up")
    String webhookRetrySeconds() default "5, 30, 300, 1800, 7200, 18000, 36000, 50400";

    @AttributeDefinition(description = "Webhook deliveries at once")
    int webhookConcurrent() default 8;

    @AttributeDefinition(description = "Seconds between two looks at what is due")
    int sweepSeconds() default 5;
}
