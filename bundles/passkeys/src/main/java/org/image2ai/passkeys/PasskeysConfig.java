package org.image2ai.passkeys;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI passkeys", description = "Sign-in by passkeys.")
@interface PasskeysConfig {
    @AttributeDefinition(description = "The name of the service that a device shows beside a passkey")
    String serviceName() default "Image2AI";

    @AttributeDefinition(description = "Minutes after signing in during which a passkey is added without the password")
    int freshMinutes() default 10;

    @AttributeDefinition(description = "Refused answers of a passkey before a pause, which doubles with each further")
    int guessesPerPasskey() default 5;

    @AttributeDefinition(description = "The same for a network: a /24 of IPv4, a /64 of IPv6")
    int guessesPerNetwork() default 20;

    @AttributeDefinition(description = "Sign-ins that a network may begin in five minutes")
    int challengesPerNetwork() default 120;
}
