package org.image2ai.models;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI models", description = "How providers of models are run.")
@interface ModelsConfig {
    @AttributeDefinition(description = "Renderings at once for each provider")
    int maxConcurrent() default 4;

    @AttributeDefinition(description = "Seconds that one rendering may take before its provider is given up")
    int timeoutSeconds() default 300;

    @AttributeDefinition(description = "Seconds that a provider may take to list its models")
    int listSeconds() default 15;

    @AttributeDefinition(description = "Seconds between two looks at the models of a provider")
    int refreshSeconds() default 60;

    @AttributeDefinition(description = "Failures in a row after which a provider counts as failing")
    int failuresToTrip() default 5;

    @AttributeDefinition(description = "Seconds after its last failure before a failing provider gets a probe")
    int probeSeconds() default 30;

    @AttributeDefinition(description = "Seconds that a request waits for a free rendering of a provider")
    int waitSeconds() default 300;

    @AttributeDefinition(description = "Seconds that a provider may take to let go of cancelled work")
    int graceSeconds() default 5;
}
