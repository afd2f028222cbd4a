package org.image2ai.rest;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI REST", description = "How the REST API is served.")
@interface RestConfig {
    @AttributeDefinition(description = "The longest JSON body in bytes")
    long maxJsonBytes() default 1_048_576;

    @AttributeDefinition(description = "The longest multipart body in bytes; resources may have lower limits")
    long maxMultipartBytes() default 209_715_200;

    @AttributeDefinition(
            description = "How people reach this server: https://images.example.org; empty for as they did")
    String publicUrl() default "";

    @AttributeDefinition(description = "Origins whose pages may call, separated by commas; * for any, without cookies")
    String corsOrigins() default "";

    @AttributeDefinition(description = "Requests of one account in a minute")
    int requestsPerMinute() default 30_000;
}
