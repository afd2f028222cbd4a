package org.image2ai.model.comfyui;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI models of a ComfyUI server", description = "One server per file.")
@interface ComfyUiConfig {
    @AttributeDefinition(description = "First part of the names of its models")
    String id() default "comfyui";

    @AttributeDefinition(
            description = "Bearer token of the proxy before the server; empty for none, which is what ComfyUI wants",
            type = AttributeType.PASSWORD)
    String apiKey() default "";

    @AttributeDefinition(description = "Where the server is: http://192.168.1.20:8188; nothing goes without")
    String baseUrl() default "";

    @AttributeDefinition(description = "Whether the base URL may be an address inside the operator's own network")
    boolean egress_allowPrivate() default false;

    @AttributeDefinition(
            description = "Whether it is a machine of the operator's: pictures and prompts do not leave him")
    boolean local() default false;

    @AttributeDefinition(description = "Where it is, an ISO 3166 country; empty for unknown, or local where it is that")
    String region() default "";

    @AttributeDefinition(description = "Most seconds that one rendering may take, the server's queue included")
    int timeoutSeconds() default 600;

    @AttributeDefinition(description = "Most renderings at once; empty for the platform's usual number")
    String maxConcurrent() default "";

    @AttributeDefinition(description = "Most that it may cost a day (UTC), in dollars; empty for no limit")
    String dailyBudget() default "";

    @AttributeDefinition(description = "Of two accounts that are equal otherwise the higher one is taken")
    int priority() default 0;

    @AttributeDefinition(
            description = "Workflows to offer, name or name=credits per picture; empty for all that have a price")
    String models() default "";

    @AttributeDefinition(description = "Folder of the workflows, from that of the configuration on")
    String workflows() default "comfyui";

    @AttributeDefinition(
            description = "Whether the words of a rendering are taken out of the server's history after it")
    boolean forget() default true;
}
