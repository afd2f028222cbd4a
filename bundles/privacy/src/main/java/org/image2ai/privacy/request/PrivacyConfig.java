package org.image2ai.privacy.request;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Image2AI privacy requests",
        description = "Deadlines, identity, the order of an erasure, second looks, and who is told.")
@interface PrivacyConfig {
    @AttributeDefinition(description = "Whose clock runs where a request does not say: gdpr or ccpa")
    String law() default "gdpr";

    @AttributeDefinition(description = "Minutes for which a sign-in counts as recent")
    int recentMinutes() default 10;

    @AttributeDefinition(
            description = "Whether an API key with the permission privacy:confirm shows well enough who asks, where"
                    + " nothing is erased")
    boolean confirmWithApiKey() default true;

    @AttributeDefinition(description = "Whether such a key alone may also execute an erasure")
    boolean eraseWithApiKey() default false;

    @AttributeDefinition(description = "Bundles that are erased first, in this order: what is at work must let go")
    String first() default "org.image2ai.generation, org.image2ai.library, org.image2ai.moderation";

    @AttributeDefinition(description = "Bundles that are erased when all others are done, in this order")
    String last() default
            "org.image2ai.billing, org.image2ai.notify, org.image2ai.passkeys, org.image2ai.security,"
                    + " org.image2ai.accounts";

    @AttributeDefinition(description = "After which times it is looked again, ISO 8601; the first look is at once")
    String looks() default "PT1H, PT24H, P7D";

    @AttributeDefinition(description = "Seconds between two looks for something to do")
    int pollSeconds() default 2;

    @AttributeDefinition(
            description = "Minutes after which the health says by name whom an erasure waits for that a restore undid")
    int replayMinutes() default 5;

    @AttributeDefinition(description = "Requests that are worked on at the same time")
    int workers() default 2;

    @AttributeDefinition(description = "Minutes between two questions about a copy outside")
    int externalMinutes() default 60;

    @AttributeDefinition(description = "Days in which somebody who gets data must have answered, where it is asked")
    int externalDays() default 30;

    @AttributeDefinition(description = "Address of the privacy officer, who is told of deadlines; empty for nobody")
    String officerMail() default "";

    @AttributeDefinition(description = "Days before a deadline that the officer is reminded of it")
    int remindDays() default 7;

    @AttributeDefinition(description = "Language of mails to people, BCP 47")
    String mailLanguage() default "en";

    @AttributeDefinition(description = "Days that the link to a request is good")
    int linkDays() default 90;

    @AttributeDefinition(description = "Mails that one network may ask for within an hour")
    int intakePerNetwork() default 20;

    @AttributeDefinition(description = "Mails that may go to one address within an hour")
    int intakePerAddress() default 3;
}
