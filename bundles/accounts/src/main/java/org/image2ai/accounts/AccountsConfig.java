package org.image2ai.accounts;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI accounts", description = "People and the first admin.")
@interface AccountsConfig {
    @AttributeDefinition(description = "The version of the policy that a new account accepts")
    String policyVersion() default "2026-01";

    @AttributeDefinition(description = "The address of the admin that the first boot makes")
    String adminEmail() default "admin@localhost";
}
