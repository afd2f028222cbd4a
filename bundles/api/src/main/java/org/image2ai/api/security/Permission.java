package org.image2ai.api.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a resource method (or every method of a class) needs: {@code job:create}. A method with neither
 * this nor {@link Public} is refused to everyone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Permission {
    /** Area, colon, action, in lower case: {@code asset:delete}, {@code admin:account:create}. */
    String value();
}
