package org.image2ai.openai;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI OpenAI-compatible API", description = "What clients of OpenAI's API get.")
@interface OpenAiConfig {
    @AttributeDefinition(description = "Names that clients use = names of models or auto, separated by commas")
    String aliases() default
            "gpt-image-2 = auto, gpt-image-1.5 = auto, gpt-image-1 = auto, gpt-image-1-mini = auto,"
                    + " chatgpt-image-latest = auto, dall-e-3 = auto, dall-e-2 = auto";

    @AttributeDefinition(description = "Names whose pictures are links unless the client asks otherwise")
    String linked() default "dall-e-3, dall-e-2";

    @AttributeDefinition(description = "Seconds that a call waits for its pictures")
    int waitSeconds() default 300;

    @AttributeDefinition(description = "Seconds that a link to a picture works")
    int linkSeconds() default 3_600;

    @AttributeDefinition(description = "Streams at once")
    int maxStreams() default 64;
}
