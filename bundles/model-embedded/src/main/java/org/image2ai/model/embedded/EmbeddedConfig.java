package org.image2ai.model.embedded;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI embedded models", description = "The models that run in this process.")
@interface EmbeddedConfig {
    @AttributeDefinition(
            description = "Names of the models to offer: illustrator, editor, inpaint, enhance-x2, enhance-x4, "
                    + "enhance-anime-x4, faithful-x2, faithful-x4; empty for all")
    String models() default "";
}
