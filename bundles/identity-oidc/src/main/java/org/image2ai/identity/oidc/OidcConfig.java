package org.image2ai.identity.oidc;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI OpenID Connect sign-in", description = "One sign-in provider per file.")
@interface OidcConfig {
    @AttributeDefinition(description = "Name in addresses: small letters, digits and hyphens")
    String id() default "";

    @AttributeDefinition(description = "Name for people; empty for the id")
    String label() default "";

    @AttributeDefinition(description = "Issuer identifier, exactly as the provider writes it")
    String issuer() default "";

    @AttributeDefinition(description = "Client id that the provider gave")
    String clientId() default "";

    @AttributeDefinition(description = "Client secret; empty for a public client", type = AttributeType.PASSWORD)
    String clientSecret() default "";

    @AttributeDefinition(description = "What is asked for; must hold openid")
    String scopes() default "openid email profile";

    @AttributeDefinition(description = "Most seconds that a call may wait for the provider, all exchanges together")
    int deadlineSeconds() default 10;

    @AttributeDefinition(description = "Seconds that the provider's clock may differ from ours")
    int clockSkewSeconds() default 60;

    @AttributeDefinition(description = "More parameters of the authorization request: name=value, name=value")
    String extra() default "";
}
