package org.image2ai.egress;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI egress", description = "Which other hosts the server may call, and how.")
@interface EgressConfig {
    @AttributeDefinition(description = "Hosts that may be called: names, *.suffix, or * for every public host")
    String allowedHosts() default "*";

    @AttributeDefinition(description = "Inner addresses that may be called all the same, each as host:port")
    String allowedInner() default "";

    @AttributeDefinition(description = "Ports that may be called: numbers and ranges")
    String allowedPorts() default "80, 443, 1024-65535";

    @AttributeDefinition(description = "Connections at once; a quarter of them to one host")
    int maxConnections() default 256;

    @AttributeDefinition(description = "Milliseconds to look a name up, and to connect")
    int connectTimeoutMillis() default 5000;

    @AttributeDefinition(description = "Milliseconds without a byte after which a connection is given up")
    int idleTimeoutMillis() default 30_000;

    @AttributeDefinition(description = "A proxy that all requests go through, as host:port; empty for none")
    String proxy() default "";
}
