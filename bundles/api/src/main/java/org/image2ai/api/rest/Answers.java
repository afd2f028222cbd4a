package org.image2ai.api.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a resource method answers when all goes well, where its signature does not tell; for the OpenAPI document. Without
 * it a method answers 200 and what it returns, or 204 when that is {@code void}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {
    /** The type of the body; {@code void} for none, {@code byte[]} for content of the method's media type. */
    Class<?> value() default void.class;

    /** The statuses of HTTP. */
    int[] status() default 200;
}
