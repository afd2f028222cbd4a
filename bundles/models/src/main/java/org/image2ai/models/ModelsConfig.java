package org.image2ai.models;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI models", description = "How models are chosen and run.")
@interface ModelsConfig {
    @AttributeDefinition(description = "By what models are ordered where a request does not say")
    String policy() default "cheapest";

    @AttributeDefinition(description = "The ranking for the policy quality: full names of models, the best first")
    String quality() default "";

    @AttributeDefinition(description = "The proportions for the policy weighted: full name = number, …")
    String weights() default "";

    @AttributeDefinition(description = "Renderings at once for each account at a vendor")
    int maxConcurrent() default 4;

    @AttributeDefinition(description = "Seconds that one rendering may take before its provider is given up")
    int timeoutSeconds() default 300;

    @AttributeDefinition(description = "Seconds that a provider may take to list its models")
    int listSeconds() default 15;

    @AttributeDefinition(description = "Seconds between two looks at the models of a provider")
    int refreshSeconds() default 60;

    @AttributeDefinition(description = "Failures in a row after which a model gets no work")
    int failuresToTrip() default 5;

    @AttributeDefinition(description = "Percent of the calls lately that fail, above which a model gets no work")
    int tripPercent() default 50;

    @AttributeDefinition(description = "How many calls there must have been for that")
    int tripWindow() default 10;

    @AttributeDefinition(description = "Seconds after its last failure before a failing model gets one probe")
    int probeSeconds() default 2;

    @AttributeDefinition(description = "Seconds that a model rests which is at its vendor's limit and was told no time")
    int coolSeconds() default 5;

    @AttributeDefinition(description = "Minutes that an account rests whose quota at the vendor is used up")
    int quotaMinutes() default 10;

    @AttributeDefinition(description = "Further tries after failures of a provider, in percent of its requests")
    int retryPercent() default 60;

    @AttributeDefinition(description = "Further tries after failures of a provider beyond that, at once")
    int retryBurst() default 50;

    @AttributeDefinition(description = "Seconds that a request waits for a free rendering of a provider")
    int waitSeconds() default 300;

    @AttributeDefinition(description = "Seconds that a provider may take to let go of cancelled work")
    int graceSeconds() default 5;

    @AttributeDefinition(description = "Seconds that a model which is gone stays valid while its jobs wait for it")
    int goneGraceSeconds() default 60;
}
