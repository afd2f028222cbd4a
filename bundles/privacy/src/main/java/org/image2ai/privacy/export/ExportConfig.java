package org.image2ai.privacy.export;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Image2AI copies of everything",
        description = "How the copy that a person asks for is made and kept.")
@interface ExportConfig {
    @AttributeDefinition(description = "Days after which a copy is erased")
    int keepDays() default 7;

    @AttributeDefinition(description = "Hours for which a link to a copy works, at most")
    int linkHours() default 72;

    @AttributeDefinition(
            description =
                    "Megabytes of files after which what was copied becomes durable; after a kill so much is copied again")
    int partMegabytes() default 64;
}
