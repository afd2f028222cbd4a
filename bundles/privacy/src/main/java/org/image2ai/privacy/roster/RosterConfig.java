package org.image2ai.privacy.roster;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Image2AI privacy roster",
        description = "How bundles that hold personal data are asked and watched.")
@interface RosterConfig {
    @AttributeDefinition(description = "Seconds that a bundle may take for one answer")
    int askSeconds() default 60;

    @AttributeDefinition(description = "Questions that one bundle is asked at once")
    int askConcurrent() default 4;

    @AttributeDefinition(
            description = "Seconds after the start of a bundle that holds data until its participant must be there")
    int graceSeconds() default 60;

    @AttributeDefinition(description = "Minutes between two looks for data that nobody declares; 0 for never")
    int crawlMinutes() default 60;
}
