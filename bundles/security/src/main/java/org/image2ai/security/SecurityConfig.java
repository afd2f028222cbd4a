package org.image2ai.security;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI security", description = "Roles, and the cost of password hashes.")
@interface SecurityConfig {
    @AttributeDefinition(description = "Roles with their permissions: role = permission, permission; role = …")
    String roles() default
            "user = asset:*, job:*, model:read, credit:read, account:read, webhook:read, webhook:write; admin = *";

    @AttributeDefinition(description = "Memory of a password hash in KiB")
    int argon2MemoryKib() default 65536;

    @AttributeDefinition(description = "Passes of a password hash over its memory")
    int argon2Iterations() default 2;

    @AttributeDefinition(description = "Password hashes at once")
    int argon2Concurrent() default 2;
}
