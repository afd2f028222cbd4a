package org.image2ai.pipelines;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI pipelines", description = "The routes of jobs.")
@interface PipelinesConfig {
    @AttributeDefinition(description = "Where a word that work waits comes in")
    String workUri() default "seda:work?size=1000&concurrentConsumers=24";

    @AttributeDefinition(description = "Where a word that work waits is sent")
    String wakeUri() default "seda:work?size=1000&discardWhenFull=true";

    @AttributeDefinition(description = "Seconds that the routes have to end when the server stops")
    int stopSeconds() default 10;
}
