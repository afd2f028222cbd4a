package org.image2ai.rest;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;

/** The two shapes of errors: problems, and what OpenAI's clients expect below {@code /v1}. */
final class OpenApiFaults {
    private OpenApiFaults() {}

    /** An error of OpenAI's API. */
    record Error(Detail error) {
        /** What is wrong. */
        record Detail(
                String message,
                String type,
                @Schema(nullable = true) String param,
                @Schema(nullable = true) String code) {}
    }

    static Components addTo(Components components, ModelConverters converters) {
        converters.readAll(Problem.class).forEach(components::addSchemas);
        converters.readAll(Error.class).forEach(components::addSchemas);
        return components
                .addResponses("Problem", fault("application/problem+json", "Problem"))
                .addResponses("Error", fault("application/json", "Error"));
    }

    private static ApiResponse fault(String mediaType, String schema) {
        MediaType content = new MediaType().schema(new io.swagger.v3.oas.models.media.Schema<>().$ref(schema));
        return new ApiResponse()
                .description("It was refused or failed; the body says why.")
                .content(new Content().addMediaType(mediaType, content));
    }
}
