package org.image2ai.plugins;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI plugins", description = "How plugins are replaced, and which are trusted.")
@interface PluginsConfig {
    @AttributeDefinition(
            description = "Seconds that a version which goes may finish its work; what is left is re-queued")
    int drainSeconds() default 60;

    @AttributeDefinition(
            description = "Works of a new version that are watched; if they are bad the earlier is put back")
    int firstWorks() default 10;

    @AttributeDefinition(
            description = "Whether every entry of a plugin must be signed by a certificate of the key store")
    boolean requireSignature() default false;

    @AttributeDefinition(description = "File of the key store (PKCS12 or JKS) with the certificates that are trusted")
    String keyStore() default "";

    @AttributeDefinition(description = "Password of the key store; better as $[secret:name]; empty for none")
    String keyStorePassword() default "";

    @AttributeDefinition(
            description = "The only jars taken of a plugin: name=SHA-256, separated by commas; a name may come twice")
    String pins() default "";
}
