package org.image2ai.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.jaxrs2.DefaultParameterExtension;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.image2ai.api.PlatformException;

/** The OpenAPI document of all live resources; made anew when they changed. */
final class OpenApiDocument {
    private static final String SCHEME = "apiKey";

    private final Set<Class<?>> resources = new TreeSet<>(Comparator.comparing(Class::getName));
    private String json;

    synchronized void add(Class<?> resource) {
        resources.add(resource);
        json = null;
    }

    synchronized void remove(Class<?> resource) {
        resources.remove(resource);
        json = null;
    }

    synchronized String json() {
        if (json == null) {
            json = read();
        }
        return json;
    }

    private String read() {
        ModelConverters converters = ModelConverters.getInstance();
        OpenApiSchemas schemas = new OpenApiSchemas(Json.mapper());
        OpenApiOperations operations = new OpenApiOperations(converters);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        List<OpenAPIExtension> extensions = OpenAPIExtensions.getExtensions();
        thread.setContextClassLoader(Reader.class.getClassLoader());
        converters.addConverter(schemas);
        OpenAPIExtensions.setExtensions(List.of(operations, new DefaultParameterExtension()));
        try {
            OpenAPI read = new Reader(new SwaggerConfiguration().openAPI(base(converters))).read(resources);
            operations
                    .schemas()
                    .forEach((name, schema) -> read.getComponents().getSchemas().putIfAbsent(name, schema));
            operations
                    .tags()
                    .forEach((name, text) ->
                            read.addTagsItem(new Tag().name(name).description(text)));
            return Json.mapper()
                    .writeValueAsString(io.swagger.v3.core.util.Json.mapper().valueToTree(read));
        } catch (JsonProcessingException e) {
            throw PlatformException.internal("openapi_failed", "The OpenAPI document could not be written.", e);
        } finally {
            OpenAPIExtensions.setExtensions(extensions);
            converters.removeConverter(schemas);
            thread.setContextClassLoader(before);
        }
    }

    private static OpenAPI base(ModelConverters converters) {
        Info info = new Info()
                .title("Image2AI")
                .version("v1")
                .description("Prompt or picture in; generated, edited, upscaled images out.")
                .contact(new Contact().name("Who runs this server"))
                .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0"));
        SecurityScheme bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An API key: i2a_…");
        return new OpenAPI()
                .info(info)
                .addServersItem(new Server().url("/").description("This server"))
                .components(OpenApiFaults.addTo(new Components().addSecuritySchemes(SCHEME, bearer), converters))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }
}
