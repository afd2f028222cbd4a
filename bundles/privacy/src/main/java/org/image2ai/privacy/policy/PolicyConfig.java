package org.image2ai.privacy.policy;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Image2AI privacy policy",
        description = "Who is responsible, and how policies and recipients are announced.")
@interface PolicyConfig {
    @AttributeDefinition(description = "Who is responsible for the data: the legal name of the operator")
    String controller() default "the operator of this service";

    @AttributeDefinition(description = "The postal address of the operator")
    String address() default "";

    @AttributeDefinition(description = "Where people reach the operator in matters of privacy")
    String contact() default "";

    @AttributeDefinition(description = "Days that a new policy must be announced ahead")
    int noticeDays() default 14;

    @AttributeDefinition(
            description =
                    "Whether a new recipient stands in the public register at once; else it gets nothing until the"
                            + " register is published by privacy-register --publish")
    boolean autoPublish() default true;
}
