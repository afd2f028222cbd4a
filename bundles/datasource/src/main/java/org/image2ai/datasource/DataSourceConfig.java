package org.image2ai.datasource;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Image2AI data source", description = "Where the platform keeps its state.")
@interface DataSourceConfig {
    @AttributeDefinition(description = "JDBC URL: jdbc:h2:… or jdbc:postgresql:…; empty for H2 in data/db")
    String url() default "";

    @AttributeDefinition(description = "Database user")
    String user() default "image2ai";

    @AttributeDefinition(description = "Database password", type = AttributeType.PASSWORD)
    String password() default "";

    @AttributeDefinition(description = "Most connections at once; keep it above the number of workers")
    int poolSize() default 40;

    @AttributeDefinition(description = "Seconds to wait for a free connection")
    int waitSeconds() default 30;
}
