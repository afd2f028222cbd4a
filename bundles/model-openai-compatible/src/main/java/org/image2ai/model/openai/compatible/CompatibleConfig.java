package org.image2ai.model.openai.compatible;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI models of a server like OpenAI's", description = "One server per file.")
@interface CompatibleConfig {
    @AttributeDefinition(description = "First part of the names of its models")
    String id() default "server";

    @AttributeDefinition(description = "API key; empty for a server that wants none", type = AttributeType.PASSWORD)
    String apiKey() default "";

    @AttributeDefinition(description = "Where the API is, up to and with /v1; nothing goes without")
    String baseUrl() default "";

    @AttributeDefinition(description = "Whether the base URL may be an address inside the operator's own network")
    boolean egress_allowPrivate() default false;

    @AttributeDefinition(
            description = "Whether it is a machine of the operator's: pictures and prompts do not leave him")
    boolean local() default false;

    @AttributeDefinition(description = "Where it is, an ISO 3166 country; empty for unknown, or local where it is that")
    String region() default "";

    @AttributeDefinition(description = "Most seconds that one rendering may take")
    int timeoutSeconds() default 300;

    @AttributeDefinition(description = "Most renderings at once; empty for the platform's usual number")
    String maxConcurrent() default "";

    @AttributeDefinition(description = "Most that it may cost a day (UTC), in dollars; empty for no limit")
    String dailyBudget() default "";

    @AttributeDefinition(description = "Of two accounts that are equal otherwise the higher one is taken")
    int priority() default 0;

    @AttributeDefinition(
            description = "Models to offer as the server names them, name or name=credits per picture; empty to ask it")
    String models() default "";

    @AttributeDefinition(description = "Credits for a picture of those models that have no price of their own")
    String creditsPerImage() default "";

    @AttributeDefinition(description = "What a picture costs the operator, in dollars")
    String costPerImage() default "0";

    @AttributeDefinition(description = "What they can do: generate, edit, inpaint, variation")
    String operations() default "generate";

    @AttributeDefinition(description = "Sizes of their pictures, the usual one first")
    String sizes() default "1024x1024, 768x768, 512x512";

    @AttributeDefinition(description = "Most pictures of one request")
    int maxCount() default 4;

    @AttributeDefinition(description = "Most input pictures of one request")
    int maxInputs() default 1;

    @AttributeDefinition(
            description = "Parameters that the server takes, name or name=its own word: seed, steps, guidance,"
                    + " negativePrompt, quality")
    String parameters() default "";

    @AttributeDefinition(
            description = "How it is to send pictures: b64_json or url; none where it does not know the word")
    String responseFormat() default "b64_json";
}
