package org.image2ai.api.model;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Static facts of a provider as service properties, so that it is listed without being instantiated. Put it on the
 * component class.
 */
@ComponentPropertyType
public @interface ProviderInfo {
    /** Prefix of the property names below. */
    String PREFIX_ = "image2ai.provider.";

    /** First part of its model names: {@code embedded}. */
    String id();

    /** Who provides the models, for people and the processors' register: {@code Image2AI}. */
    String vendor();

    /** Whether pictures and prompts stay on this machine. */
    boolean local() default false;
}
