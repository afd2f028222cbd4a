package org.image2ai.storage.filesystem;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI filesystem storage", description = "Stores objects in a local folder.")
@interface FilesystemConfig {
    @AttributeDefinition(description = "Folder of the objects; empty for blobs in Karaf's data folder")
    String root() default "";

    @AttributeDefinition(
            description = "Whether an object outlives the loss of power too, not only the death of the process")
    boolean sync() default false;
}
