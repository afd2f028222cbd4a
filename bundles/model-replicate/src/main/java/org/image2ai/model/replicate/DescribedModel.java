package org.image2ai.model.replicate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.InputLimits.Mask;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.api.model.SizeLimits.Size;
import org.image2ai.model.replicate.ReplicateModel.Fields;

/** A model that is called as its own description says. */
final class DescribedModel {
    private static final List<String> IMAGES =
            List.of("image", "input_image", "img", "init_image", "image_input", "input_images", "images");
    private static final List<String> MASKS = List.of("mask", "mask_image");
    private static final long MOST_PIXELS = 20_000_000;
    private static final int MOST_IMAGES = 4;
    private static final int MOST_OUTPUTS = 4;
    private static final int USUAL_SIDE = 1_024;
    private static final int STEP = 8;

    private final Wanted wanted;
    private final Schema schema;
    private final Optional<String> image;
    private final Optional<String> mask;
    private final Set<Operation> operations;

    /** @throws PlatformException INVALID when the description does not tell what it does, or it is not for pictures */
    DescribedModel(Wanted wanted, Schema schema) {
        this.wanted = wanted;
        this.schema = schema;
        image = IMAGES.stream().filter(schema::isFile).findFirst();
        mask = MASKS.stream().filter(schema::isFile).findFirst();
        operations = operations();
    }

    private Set<Operation> operations() {
        if (wanted.operation().isPresent()) {
            Operation operation = wanted.operation().get();
            require(operation == Operation.GENERATE || image.isPresent(), "takes no picture that is known here");
            require(operation != Operation.INPAINT || mask.isPresent(), "takes no mask that is known here");
            return EnumSet.of(operation);
        }
        require(schema.has("prompt"), "does not tell what it does: write @upscale, say, behind its name");
        if (image.isEmpty()) {
            return EnumSet.of(Operation.GENERATE);
        }
        if (mask.filter(schema::requires).isPresent()) {
            return EnumSet.of(Operation.INPAINT);
        }
        return schema.requires(image.get())
                ? EnumSet.of(Operation.EDIT)
                : EnumSet.of(Operation.GENERATE, Operation.EDIT);
    }

    private void require(boolean fits, String what) {
        if (!fits) {
            throw PlatformException.invalid("unsupported_model", wanted.path() + " " + what + ".");
        }
    }

    /** @param version in which it is run; empty for an official model */
    ReplicateModel toModel(Optional<String> version) {
        Sizing sizing = sizing();
        boolean several =
                image.filter(name -> schema.type(name).equals("array")).isPresent();
        return new ReplicateModel(
                wanted.name(),
                wanted.path(),
                version,
                operations,
                inputs(several),
                size(sizing),
                new Fields(sizing, image, several, mask, outputs(), schema.has("go_fast")),
                new DescribedSettings(schema, sizing).all());
    }

    private int outputs() {
        int most = schema.number("num_outputs", "maximum").orElse(1);
        return Math.max(1, Math.min(MOST_OUTPUTS, most));
    }

    private InputLimits inputs(boolean several) {
        int most = image.isEmpty() ? 0 : several ? MOST_IMAGES : 1;
        boolean needed =
                image.isPresent() && (schema.requires(image.get()) || !operations.contains(Operation.GENERATE));
        return new InputLimits(
                needed ? 1 : 0,
                most,
                maskLimit(),
                most == 0 ? 0 : MOST_PIXELS,
                schema.requires("prompt"),
                schema.has("prompt") ? ReplicateModel.LONGEST_PROMPT : 0);
    }

    private Mask maskLimit() {
        if (mask.isEmpty()) {
            return Mask.REFUSED;
        }
        return schema.requires(mask.get()) || operations.contains(Operation.INPAINT) ? Mask.REQUIRED : Mask.OPTIONAL;
    }

    /** Only what is made of words alone has a size of its own. */
    private Sizing sizing() {
        if (image.isPresent()) {
            return Sizing.NONE;
        }
        List<String> ratios = schema.words("aspect_ratio");
        boolean sides = isRange("width") && isRange("height");
        if (sides && (ratios.isEmpty() || ratios.contains("custom"))) {
            return ratios.isEmpty() ? Sizing.SIDES : Sizing.CUSTOM;
        }
        return AspectRatio.named(ratios).isPresent() ? Sizing.RATIO : Sizing.NONE;
    }

    private boolean isRange(String side) {
        return schema.type(side).equals("integer") && schema.words(side).isEmpty();
    }

    private SizeLimits size(Sizing sizing) {
        return switch (sizing) {
            case RATIO -> AspectRatio.named(schema.words("aspect_ratio")).orElseThrow();
            case SIDES, CUSTOM -> sides();
            default -> SizeLimits.ofInput();
        };
    }

    private SizeLimits sides() {
        int least = Math.max(
                schema.number("width", "minimum").orElse(256),
                schema.number("height", "minimum").orElse(256));
        int most = Math.min(
                schema.number("width", "maximum").orElse(USUAL_SIDE * 3 / 2),
                schema.number("height", "maximum").orElse(USUAL_SIDE * 3 / 2));
        int step = schema.number("width", "multipleOf").orElse(STEP);
        int lowest = Math.max(1, (least + step - 1) / step) * step;
        int usual = Math.max(lowest, Math.min(most, USUAL_SIDE) / step * step);
        return SizeLimits.range(lowest, Math.max(usual, most), step, new Size(usual, usual));
    }
}
