package org.image2ai.security;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Image2AI security",
        description = "Roles, sessions, second factors, limits of guessing, and the cost of password hashes.")
@interface SecurityConfig {
    @AttributeDefinition(description = "Roles with their permissions: role = permission, permission; role = …")
    String roles() default
            "user = asset:*, job:*, model:read, credit:read, account:*, session:*, api-key:*, two-factor:*, webhook:*, review:*, privacy:*;"
                    + " support = admin:account:read, admin:ticket:*;"
                    + " moderator = admin:account:read, admin:account:state, admin:moderation:*;"
                    + " privacy-officer = admin:account:read, admin:privacy:*, admin:audit:read;"
                    + " finance = admin:account:read, admin:credit:*, admin:invoice:*;"
                    + " admin = *";

    @AttributeDefinition(description = "Minutes without a request after which a session ends")
    int sessionIdleMinutes() default 1440;

    @AttributeDefinition(description = "Hours after which a session ends in any case")
    int sessionMaxHours() default 720;

    @AttributeDefinition(description = "Whether cookies are for TLS only, though the request came without it")
    boolean secureCookies() default false;

    @AttributeDefinition(description = "Whether the session of an admin may do nothing without a second factor")
    boolean requireTotpForAdmins() default true;

    @AttributeDefinition(description = "The name of the service in an authenticator app")
    String totpIssuer() default "Image2AI";

    @AttributeDefinition(description = "Wrong sign-ins of an account before a pause, which doubles with each further")
    int guessesPerAccount() default 5;

    @AttributeDefinition(description = "The same for a network: a /24 of IPv4, a /64 of IPv6")
    int guessesPerNetwork() default 20;

    @AttributeDefinition(description = "Memory of a password hash in KiB")
    int argon2MemoryKib() default 65536;

    @AttributeDefinition(description = "Passes of a password hash over its memory")
    int argon2Iterations() default 2;

    @AttributeDefinition(description = "Password hashes at once")
    int argon2Concurrent() default 2;
}
