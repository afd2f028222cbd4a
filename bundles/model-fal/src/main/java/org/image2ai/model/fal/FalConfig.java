package org.image2ai.model.fal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI models at fal", description = "One account at fal.ai per file.")
@interface FalConfig {
    @AttributeDefinition(description = "First part of the names of its models")
    String id() default "fal";

    @AttributeDefinition(description = "API key", type = AttributeType.PASSWORD)
    String apiKey() default "";

    @AttributeDefinition(description = "Where the queue is; a proxy, for example")
    String baseUrl() default "https://queue.fal.run";

    @AttributeDefinition(description = "Where that is, an ISO 3166 country: people may object to it")
    String region() default "unknown";

    @AttributeDefinition(description = "Whether the base URL may be an address inside the operator's own network")
    boolean egress_allowPrivate() default false;

    @AttributeDefinition(description = "Most seconds that one rendering may take")
    int timeoutSeconds() default 300;

    @AttributeDefinition(description = "Most renderings at once; empty for the platform's usual number")
    String maxConcurrent() default "";

    @AttributeDefinition(description = "Most that it may cost a day (UTC), in dollars; empty for no limit")
    String dailyBudget() default "";

    @AttributeDefinition(description = "Of two accounts that are equal otherwise the higher one is taken")
    int priority() default 0;

    @AttributeDefinition(
            description = "Models to offer: name, name=credits per picture, or operation:owner/app/path=credits")
    String models() default "";

    @AttributeDefinition(description = "Our credits for a dollar of fal's price list")
    String creditsPerDollar() default "100";

    @AttributeDefinition(description = "What FLUX [pro] lets pass, 1 (strictest) to 6; empty for its usual setting")
    String safetyTolerance() default "";
}
