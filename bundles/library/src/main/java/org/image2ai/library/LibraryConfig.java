package org.image2ai.library;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI library", description = "The limits of pictures.")
@interface LibraryConfig {
    @AttributeDefinition(description = "Longest upload in bytes")
    long maxUploadBytes() default 52_428_800L;

    @AttributeDefinition(description = "Longest output of a model in bytes")
    long maxOutputBytes() default 104_857_600L;

    @AttributeDefinition(description = "Most pixels of a picture")
    long maxPixels() default 100_000_000L;

    @AttributeDefinition(description = "Memory for all decoding at once, in bytes; 0 for half of the heap")
    long decodeBudgetBytes() default 0;

    @AttributeDefinition(description = "Minutes after which a file that no asset owns is removed")
    int sweepGraceMinutes() default 60;

    @AttributeDefinition(description = "Minutes between two sweeps; 0 for none")
    int sweepMinutes() default 30;

    @AttributeDefinition(description = "Whether uploads are refused while the moderation bundle is away")
    boolean requireReview() default true;
}
