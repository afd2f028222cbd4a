package org.image2ai.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Comparator;
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
        OpenAPI base = new OpenAPI()
                .info(new Info()
                        .title("Image2AI")
                        .version("v1")
                        .description("Prompt or picture in; generated, edited, upscaled images out."))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API key: i2a_…")))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Reader.class.getClassLoader());
        try {
            OpenAPI read = new Reader(new SwaggerConfiguration().openAPI(base)).read(resources);
            return Json.mapper().writeValueAsString(read);
        } catch (JsonProcessingException e) {
            throw PlatformException.internal("openapi_failed", "The OpenAPI document could not be written.", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
