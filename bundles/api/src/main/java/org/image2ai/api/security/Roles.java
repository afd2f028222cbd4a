package org.image2ai.api.security;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/** The roles and their permissions, as configured. */
@ProviderType
public interface Roles {
    /** Every role with its permissions; {@code *} as a part stands for any. */
    Map<String, Set<String>> roles();
}
