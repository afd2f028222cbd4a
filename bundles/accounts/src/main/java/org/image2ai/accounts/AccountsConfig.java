package org.image2ai.accounts;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI accounts", description = "People, how they come in, and the first admin.")
@interface AccountsConfig {
    @AttributeDefinition(
            description =
                    "The version of the policy that a new account accepts, where the bundle privacy does not say it")
    String policyVersion() default "2026-01";

    @AttributeDefinition(description = "The address of the admin that the first boot makes")
    String adminEmail() default "admin@localhost";

    @AttributeDefinition(description = "Minutes for which the link that verifies an address is good")
    int verificationMinutes() default 2880;

    @AttributeDefinition(description = "Minutes for which the link that resets a password is good")
    int resetMinutes() default 60;

    @AttributeDefinition(description = "Minutes within which a sign-in at a provider, and what follows, must be done")
    int signInMinutes() default 15;

    @AttributeDefinition(description = "Days after which an account whose address was never verified is removed")
    int unverifiedDays() default 7;

    @AttributeDefinition(description = "Hours for which an address that was refused for its age is refused again")
    int ageRefusalHours() default 24;

    @AttributeDefinition(description = "Mails that one network (/24 of IPv4, /64 of IPv6) may ask for in an hour")
    int mailsPerNetwork() default 30;

    @AttributeDefinition(description = "Mails that may be asked for to one address in an hour")
    int mailsPerAddress() default 5;
}
