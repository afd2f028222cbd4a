package org.image2ai.privacy.retention;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Image2AI retention",
        description = "When data whose time is over is removed, and accounts that nobody uses.")
@interface RetentionConfig {
    @AttributeDefinition(description = "When the sweep of each night begins, in UTC: 03:10")
    String sweepAt() default "03:10";

    @AttributeDefinition(description = "Months without use after which the person of an account is warned; 0 for never")
    int inactiveMonths() default 24;

    @AttributeDefinition(description = "Days after the warning after which the account is erased")
    int warningDays() default 30;
}
