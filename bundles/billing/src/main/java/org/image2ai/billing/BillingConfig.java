package org.image2ai.billing;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI billing", description = "Plans and credits.")
@interface BillingConfig {
    @AttributeDefinition(description = "Name of the plan that every account has")
    String plan() default "free";

    @AttributeDefinition(description = "Credits that the plan gives each calendar month (UTC)")
    int monthlyCredits() default 50;
}
