package org.image2ai.generation;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI generation", description = "Jobs.")
@interface GenerationConfig {
    @AttributeDefinition(description = "How often a job is begun at most")
    int maxAttempts() default 5;

    @AttributeDefinition(description = "Seconds that the rendering of a job may take")
    int jobSeconds() default 600;

    @AttributeDefinition(description = "Seconds between two looks at what was lost or cancelled elsewhere")
    int sweepSeconds() default 2;

    @AttributeDefinition(description = "Seconds without a sign of life until an instance's jobs are taken over")
    int leaseSeconds() default 60;

    @AttributeDefinition(description = "Hours that an Idempotency-Key is remembered")
    int idempotencyHours() default 24;

    @AttributeDefinition(description = "How many jobs of one account may wait; more are refused with 429")
    int maxQueuedPerAccount() default 1_000;

    @AttributeDefinition(description = "How many jobs may wait in all")
    int maxQueued() default 20_000;

    @AttributeDefinition(description = "Jobs are claimed as they come in while fewer than this run and none waits")
    int maxDirect() default 24;

    @AttributeDefinition(description = "The most seconds that Prefer: wait may ask for")
    int maxWaitSeconds() default 60;

    @AttributeDefinition(description = "How many calls may wait at once")
    int maxWaiting() default 64;

    @AttributeDefinition(
            description = "Whether jobs wait, and new ones are refused, while the moderation bundle is away")
    boolean requireReview() default true;
}
