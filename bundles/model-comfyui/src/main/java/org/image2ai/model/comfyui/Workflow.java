package org.image2ai.model.comfyui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.image2ai.api.Money;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.InputLimits.Mask;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.api.model.SizeLimits.Size;

/**
 * One workflow as a model. Its placeholders say what it takes: {@code ${prompt}}, {@code ${image}} and {@code
 * ${image2}} and so on, {@code ${mask}}, {@code ${width}} and {@code ${height}}, {@code ${count}}, {@code ${seed}}, and
 * the parameters of its header.
 *
 * @param name of the file and of the model
 * @param template its nodes
 * @param parameters of the header, by name
 * @param result the node whose pictures are the result; empty for all that save some
 * @param model what the platform is told; without a price where the header has none
 */
record Workflow(
        String name, Template template, Map<String, Parameter> parameters, Optional<String> result, ImageModel model) {
    private static final Set<String> KNOWN = Set.of("prompt", "mask", "width", "height", "count", "seed");

    /**
     * Puts the two files together.
     *
     * @param region where the server is
     * @param credits where the header has no price
     * @throws org.image2ai.api.PlatformException INVALID {@code invalid_workflow}
     */
    static Workflow of(String name, Template template, Header header, String region, Optional<BigDecimal> credits) {
        Set<String> placeholders = template.placeholders();
        Map<String, Parameter> parameters = header.parameters();
        checkNames(header, placeholders, parameters.keySet());
        ImageModel model = new ImageModel(
                name,
                header.title(),
                Set.of(header.operation()),
                inputs(header, placeholders),
                sizes(header, placeholders),
                specs(placeholders, parameters),
                header.maxCount(),
                prices(header, credits),
                region);
        if (header.result().filter(node -> !template.nodes().has(node)).isPresent()) {
            throw header.wrong("result", "the number of a node");
        }
        return new Workflow(name, template, parameters, header.result(), model);
    }

    private static void checkNames(Header header, Set<String> placeholders, Set<String> parameters) {
        Set<String> unknown = new TreeSet<>(placeholders);
        unknown.removeAll(KNOWN);
        unknown.removeAll(parameters);
        unknown.removeIf(Workflow::isImage);
        for (String name : unknown) {
            throw header.wrong("parameter." + name, "set, since the workflow has ${" + name + "}");
        }
        for (String name : parameters) {
            if (KNOWN.contains(name) || isImage(name) || !placeholders.contains(name)) {
                throw header.wrong("parameter." + name, "left out: the workflow has no ${" + name + "} of its own");
            }
        }
        if (header.maxCount() > 1 && !placeholders.contains("count")) {
            throw header.wrong("maxCount", "1, since the workflow has no ${count}");
        }
    }

    private static boolean isImage(String placeholder) {
        return placeholder.matches("image([2-9]|1[0-6])?");
    }

    /** The placeholder of an input picture, counted from 0. */
    static String image(int number) {
        return number == 0 ? "image" : "image" + (number + 1);
    }

    private static InputLimits inputs(Header header, Set<String> placeholders) {
        int images = (int) placeholders.stream().filter(Workflow::isImage).count();
        for (int i = 0; i < images; i++) {
            if (!placeholders.contains(image(i))) {
                throw header.wrong("operation", "that of a workflow with ${" + image(i) + "}: a picture is left out");
            }
        }
        boolean mask = placeholders.contains("mask");
        boolean prompt = placeholders.contains("prompt");
        if ((header.operation() == Operation.GENERATE) != (images == 0) || mask && images == 0) {
            throw header.wrong("operation", "generate for a workflow without ${image}, and another for one with it");
        }
        return new InputLimits(
                images,
                images,
                mask ? Mask.REQUIRED : Mask.REFUSED,
                images == 0 ? 0 : header.maxPixels(),
                prompt,
                prompt ? header.maxPromptCharacters() : 0);
    }

    private static SizeLimits sizes(Header header, Set<String> placeholders) {
        List<Size> sizes = header.sizes();
        boolean free = placeholders.contains("width") && placeholders.contains("height");
        if (sizes.isEmpty() && (free || header.operation() == Operation.GENERATE)) {
            throw header.wrong("sizes", "a list of sizes like 1024x768, the usual one first");
        }
        if (sizes.size() > 1 && !free) {
            throw header.wrong("sizes", "one size, since the workflow has no ${width} and ${height}");
        }
        return sizes.isEmpty() ? SizeLimits.ofInput() : SizeLimits.only(sizes);
    }

    private static List<ParameterSpec> specs(Set<String> placeholders, Map<String, Parameter> parameters) {
        List<ParameterSpec> specs = new ArrayList<>();
        if (placeholders.contains("seed")) {
            specs.add(ParameterSpec.seed());
        }
        parameters.values().forEach(parameter -> specs.add(parameter.spec()));
        return specs;
    }

    private static List<Price> prices(Header header, Optional<BigDecimal> credits) {
        Money cost = Money.of(header.cost().toPlainString(), "USD");
        return header.credits().or(() -> credits).stream()
                .map(price -> new Price(header.operation(), Price.Unit.IMAGE, price, cost))
                .toList();
    }

    /** What the placeholders become, but for those of pictures. */
    Map<String, Object> values(RenderRequest request, long seed) {
        Map<String, Object> values = new HashMap<>();
        parameters.forEach((parameter, of) -> values.put(parameter, of.usual()));
        values.putAll(request.parameters());
        values.put("seed", seed);
        values.put("count", request.count());
        request.prompt().ifPresent(words -> values.put("prompt", words));
        request.size().ifPresent(size -> {
            values.put("width", size.width());
            values.put("height", size.height());
        });
        return values;
    }

    /** Whether the same seed gives the same picture. */
    boolean isSeeded() {
        return template.placeholders().contains("seed");
    }
}
