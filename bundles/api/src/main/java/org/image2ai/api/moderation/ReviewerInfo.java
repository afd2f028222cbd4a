package org.image2ai.api.moderation;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Static facts of a reviewer as service properties, so that it is listed without being instantiated. Put it on the
 * component class.
 */
@ComponentPropertyType
public @interface ReviewerInfo {
    /** Prefix of the property names below. */
    String PREFIX_ = "image2ai.reviewer.";

    /** Unique among live reviewers; operators name it in {@code etc/}: {@code nsfw}. */
    String id();

    /** What it reviews, in the wire names of {@link Content.Kind}; it is never asked about anything else. */
    String[] reviews();

    /** The longest side in pixels of the pictures that it wants to see; for who reviews pictures. */
    int side() default 0;
}
