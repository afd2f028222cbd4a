package org.image2ai.api.storage;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** Static facts of an object store as service properties. */
@ComponentPropertyType
public @interface StoreInfo {
    /** Prefix of the property names below. */
    String PREFIX_ = "image2ai.store.";

    /** Its name in the configuration of the blob service: {@code filesystem}. */
    String id();

    /** Who stores, for the processors' register. */
    String vendor();
}
