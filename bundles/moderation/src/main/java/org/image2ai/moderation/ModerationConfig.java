package org.image2ai.moderation;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Image2AI moderation",
        description = "Reviewers, thresholds of what is refused and held, strikes.")
@interface ModerationConfig {
    @AttributeDefinition(description = "Whether pictures are reviewed; prompts always are")
    boolean reviewPictures() default true;

    @AttributeDefinition(description = "Reviewers without which nothing passes, by their ids")
    String requiredReviewers() default "words, nsfw";

    @AttributeDefinition(description = "From which score on a prompt is refused, by category")
    String promptRefuse() default "sexual=0.8, sexual-minors=0.5, violence=0.8, hate=0.8, self-harm=0.8, illegal=0.8";

    @AttributeDefinition(
            description = "The same where a client asks for moderation: low; empty: it makes no difference")
    String promptRefuseLow() default "";

    @AttributeDefinition(description = "From which score on a prompt waits for a person, by category")
    String promptHold() default "";

    @AttributeDefinition(description = "From which score on a picture is refused, by category")
    String pictureRefuse() default "sexual=0.92, sexual-minors=0.5";

    @AttributeDefinition(description = "From which score on a picture waits for a person, by category")
    String pictureHold() default "sexual=0.75";

    @AttributeDefinition(description = "How many points a strike has, by category")
    String strikePoints() default "sexual=1, sexual-minors=5, violence=1, hate=2, illegal=2";

    @AttributeDefinition(description = "With how many points an account is suspended; 0 for never")
    int strikeLimit() default 5;

    @AttributeDefinition(description = "Days after which a strike is forgotten")
    int strikeDays() default 30;

    @AttributeDefinition(description = "Days that decided reviews are kept")
    int keepDays() default 180;

    @AttributeDefinition(description = "Days that a held picture waits for a person before it is refused")
    int heldDays() default 30;
}
