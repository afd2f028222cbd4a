package org.image2ai.generation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AssetId;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.Routing;

/** A request as it stands in a row. {@code format} and {@code routing} are absent in old rows. */
record StoredRequest(
        String operation,
        String model,
        Optional<String> prompt,
        List<Input> inputs,
        Map<String, Object> parameters,
        int count,
        Optional<BigDecimal> creditCeiling,
        int previews,
        Optional<Format> format,
        RoutingBody routing) {
    record Format(String type, int quality) {}

    record Input(String asset, String role) {}

    static StoredRequest of(JobRequest request) {
        return new StoredRequest(
                request.operation().wireName(),
                request.model(),
                request.prompt(),
                request.inputs().stream()
                        .map(i -> new Input(i.asset().value(), i.role().wireName()))
                        .toList(),
                request.parameters(),
                request.count(),
                request.creditCeiling(),
                request.previews(),
                request.format().map(f -> new Format(f.type().wireName(), f.quality())),
                request.routing().equals(Routing.USUAL) ? null : RoutingBody.of(request.routing()));
    }

    /** What is left to be known of a request whose words were shredded. */
    static StoredRequest shredded(String operation, String model, int count) {
        return new StoredRequest(
                operation,
                model,
                Optional.empty(),
                List.of(),
                Map.of(),
                count,
                Optional.empty(),
                0,
                Optional.empty(),
                null);
    }

    JobRequest toRecord() {
        return new JobRequest(
                Operation.ofWireName(operation).orElseThrow(),
                model,
                prompt,
                inputs.stream()
                        .map(i -> new JobRequest.Input(
                                new AssetId(i.asset()),
                                RenderInput.Role.valueOf(i.role().toUpperCase(Locale.ROOT))))
                        .toList(),
                parameters,
                count,
                creditCeiling,
                previews,
                format == null
                        ? Optional.empty()
                        : format.map(f -> new PictureFormat(
                                PictureFormat.Type.ofWireName(f.type()).orElseThrow(), f.quality())),
                routing == null ? Routing.USUAL : routing.toRequest());
    }
}
