package org.image2ai.blobs;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI blobs", description = "The one way to stored bytes.")
@interface BlobsConfig {
    @AttributeDefinition(description = "Name of the object store to use")
    String store() default "filesystem";

    @AttributeDefinition(description = "Nothing is written when the store has fewer free bytes than this")
    long minFreeBytes() default 268_435_456L;

    @AttributeDefinition(description = "Seconds to wait for a store that is not there, as while it is replaced")
    int waitSeconds() default 5;

    @AttributeDefinition(
            description = "File of the master key that wraps the keys of people; empty for keys/blobs.key in Karaf's"
                    + " data folder, made when there is none")
    String masterKeyFile() default "";

    @AttributeDefinition(
            description = "The master key itself, base64url of 32 bytes, as $[secret:name]; empty for the file")
    String masterKey() default "";
}
