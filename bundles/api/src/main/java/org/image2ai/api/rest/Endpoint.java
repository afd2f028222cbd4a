package org.image2ai.api.rest;

import org.osgi.annotation.versioning.ProviderType;

/** An address that is being served. {@code rest} registers one for each resource, after it answers and while it does. */
@ProviderType
public interface Endpoint {
    /** The path of the resource's class: {@code /api/v1/jobs}. Also the service property {@code address}. */
    String address();
}
