package org.image2ai.plugins;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI plugins", description = "How plugins are put in, replaced and removed.")
@interface PluginsConfig {
    @AttributeDefinition(description = "Seconds that an old version may take to finish what it began")
    int drainSeconds() default 60;

    @AttributeDefinition(description = "Seconds that a new version may take to offer what the old one offers")
    int checkSeconds() default 20;

    @AttributeDefinition(description = "First works of a new version that are watched; if it fails in them it is put back")
    int firstWorks() default 10;

    @AttributeDefinition(description = "Milliseconds between two looks into deploy/")
    int pollMillis() default 250;

    @AttributeDefinition(description = "Whether a plugin must be signed by a certificate of the key store")
    boolean requireSignature() default false;

    @AttributeDefinition(description = "The key store (PKCS12 or JKS) with the certificates that are trusted")
    String keyStore() default "";

    @AttributeDefinition(description = "Digests that plugins must have: symbolicName=sha256, with commas")
    String pins() default "";
}
