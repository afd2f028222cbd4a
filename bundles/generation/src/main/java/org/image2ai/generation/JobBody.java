package org.image2ai.generation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.image2ai.api.AssetId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.Routing;

/**
 * A job as a client asks for it.
 *
 * @param operation {@code generate}, {@code edit}, {@code inpaint}, {@code outpaint}, {@code variation},
 *     {@code upscale} or {@code remove-background}
 * @param model a full model name; {@code auto} when absent
 * @param prompt the words, where the operation takes some
 * @param inputs pictures of the caller's library
 * @param parameters {@code width}, {@code height}, {@code seed}, {@code scale} …, as the model declares
 * @param count how many pictures; 1 when absent
 * @param creditCeiling the most credits that it may cost
 * @param previews how many unfinished pictures of each are wanted in the events, 0 to 3; 0 when absent
 * @param format {@code png}, {@code jpeg} or {@code webp}; as the model gives it when absent
 * @param quality of JPEG and WebP, 0 to 100; 95 when absent
 * @param webhook an endpoint that is told when the job ends, besides those of the account
 * @param routing what the client has to say about the choice of a model
 */
public record JobBody(
        String operation,
        Optional<String> model,
        Optional<String> prompt,
        List<Input> inputs,
        Map<String, Object> parameters,
        Optional<Integer> count,
        Optional<BigDecimal> creditCeiling,
        Optional<Integer> previews,
        Optional<String> format,
        Optional<Integer> quality,
        Optional<String> webhook,
        Optional<RoutingBody> routing) {
    private static final int MOST_IMAGES = 10;
    private static final int MOST_PREVIEWS = 3;
    private static final int MOST_INPUTS = 16;
    private static final int MOST_PARAMETERS = 32;

    /**
     * A picture.
     *
     * @param asset its id
     * @param role {@code image} or {@code mask}; {@code image} when absent
     */
    public record Input(String asset, Optional<String> role) {
        JobRequest.Input toRequest() {
            if (asset == null) {
                throw invalid("missing_field", "inputs", "An input needs an asset.");
            }
            String named = role.orElse("image");
            RenderInput.Role known = Arrays.stream(RenderInput.Role.values())
                    .filter(r -> r.wireName().equals(named))
                    .findFirst()
                    .orElseThrow(() -> invalid("invalid_role", "inputs", "A role is image or mask."));
            return new JobRequest.Input(new AssetId(asset), known);
        }
    }

    /** @throws PlatformException INVALID naming the field */
    JobRequest toRequest() {
        if (operation == null) {
            throw invalid("missing_field", "operation", "The field operation is missing.");
        }
        Operation known = Operation.ofWireName(operation)
                .orElseThrow(() -> invalid("unknown_operation", "operation", "An operation is one of " + operations()));
        int images = count == null ? 1 : count.orElse(1);
        if (images < 1 || images > MOST_IMAGES) {
            throw invalid("invalid_count", "count", "count is " + images + "; it must be 1 to " + MOST_IMAGES + ".");
        }
        List<Input> pictures = inputs == null ? List.of() : inputs;
        if (pictures.size() > MOST_INPUTS || pictures.stream().anyMatch(java.util.Objects::isNull)) {
            throw invalid("too_many_inputs", "inputs", "There may be at most " + MOST_INPUTS + " inputs, none null.");
        }
        Optional<BigDecimal> ceiling = creditCeiling == null ? Optional.empty() : creditCeiling;
        ceiling.filter(most -> most.signum() < 0).ifPresent(most -> {
            throw invalid("invalid_credit_ceiling", "creditCeiling", "creditCeiling is less than 0.");
        });
        return new JobRequest(
                known,
                model == null ? ImageRouter.AUTO : model.orElse(ImageRouter.AUTO),
                prompt == null ? Optional.empty() : prompt,
                pictures.stream().map(Input::toRequest).toList(),
                typed(),
                images,
                ceiling,
                wanted(),
                encoding(),
                routing == null
                        ? Routing.USUAL
                        : routing.map(RoutingBody::toRequest).orElse(Routing.USUAL));
    }

    private int wanted() {
        int asked = previews == null ? 0 : previews.orElse(0);
        if (asked < 0 || asked > MOST_PREVIEWS) {
            throw invalid("invalid_previews", "previews", "previews is " + asked + "; it must be 0 to 3.");
        }
        return asked;
    }

    private Optional<PictureFormat> encoding() {
        Optional<Integer> given = quality == null ? Optional.empty() : quality;
        given.filter(q -> q < 0 || q > 100).ifPresent(q -> {
            throw invalid("invalid_quality", "quality", "quality is " + q + "; it must be 0 to 100.");
        });
        if (format == null || format.isEmpty()) {
            if (given.isPresent()) {
                throw invalid("invalid_quality", "quality", "A quality needs a format.");
            }
            return Optional.empty();
        }
        PictureFormat.Type type = PictureFormat.Type.ofWireName(format.get())
                .orElseThrow(() -> invalid("invalid_format", "format", "A format is png, jpeg or webp."));
        return Optional.of(new PictureFormat(type, given.orElse(PictureFormat.USUAL_QUALITY)));
    }

    private Map<String, Object> typed() {
        Map<String, Object> typed = new HashMap<>();
        if (parameters != null) {
            if (parameters.size() > MOST_PARAMETERS) {
                throw invalid("invalid_parameter", "parameters", "There are more than 32 parameters.");
            }
            parameters.forEach((name, value) -> typed.put(name, scalar(name, value)));
        }
        return typed;
    }

    private static Object scalar(String name, Object value) {
        if (value instanceof Integer whole) {
            return whole.longValue();
        }
        if (value instanceof Number number && !(value instanceof Long) && !(value instanceof java.math.BigInteger)) {
            return number.doubleValue();
        }
        if (value instanceof Long || value instanceof String || value instanceof Boolean) {
            return value;
        }
        throw invalid(
                "invalid_parameter", "parameters." + shorten(name), "A parameter is a text, a number, true or false.");
    }

    private static String shorten(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }

    private static String operations() {
        return Arrays.stream(Operation.values())
                .filter(o -> o != Operation.DESCRIBE)
                .map(o -> o.wireName().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static PlatformException invalid(String code, String field, String message) {
        return PlatformException.invalid(code, message).withField(field);
    }
}
