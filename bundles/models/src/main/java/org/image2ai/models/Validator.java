package org.image2ai.models;

import java.util.List;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RouteRequest;

/** Holds a request against what a model declares: what it does not declare is refused by name. */
final class Validator {
    private final CatalogueEntry entry;
    private final Wish wish;
    private final RouteRequest request;

    private Validator(CatalogueEntry entry, Wish wish) {
        this.entry = entry;
        this.wish = wish;
        this.request = wish.request();
    }

    /** The request as the model will get it. @throws PlatformException INVALID naming the field */
    static Fitted fit(CatalogueEntry entry, Wish wish) {
        return new Validator(entry, wish).fit();
    }

    private Fitted fit() {
        ImageModel model = entry.model();
        if (!model.operations().contains(request.operation())) {
            throw refuse(
                    "unsupported_operation",
                    "operation",
                    entry.fullName() + " cannot " + request.operation().wireName() + ".");
        }
        prompt(model.inputs());
        images(model.inputs());
        if (request.count() < 1 || request.count() > model.maxCount()) {
            throw refuse(
                    "invalid_count", "count", "count is " + request.count() + "; it must be 1 to " + model.maxCount());
        }
        return new Parameters(entry, wish).fit();
    }

    private void prompt(InputLimits limits) {
        int length = wish.promptLength();
        if (length == 0) {
            if (limits.promptRequired()) {
                throw refuse("missing_prompt", "prompt", entry.fullName() + " needs a prompt.");
            }
            return;
        }
        if (limits.maxPromptCharacters() == 0) {
            throw refuse("prompt_not_supported", "prompt", entry.fullName() + " takes no prompt.");
        }
        if (length > limits.maxPromptCharacters()) {
            throw refuse(
                    "prompt_too_long",
                    "prompt",
                    "The prompt has " + length + " characters; " + entry.fullName() + " takes "
                            + limits.maxPromptCharacters() + ".");
        }
    }

    private void images(InputLimits limits) {
        if (request.inputs().isEmpty() && limits.minImages() == 0 && limits.mask() != InputLimits.Mask.REQUIRED) {
            return;
        }
        List<RenderInput> images = ofRole(RenderInput.Role.IMAGE);
        if (images.size() < limits.minImages()) {
            throw refuse(
                    "missing_input",
                    "inputs",
                    entry.fullName() + " needs " + limits.minImages() + " image(s); " + images.size() + " given.");
        }
        if (images.size() > limits.maxImages()) {
            throw refuse(
                    "too_many_inputs",
                    "inputs",
                    entry.fullName() + " takes " + limits.maxImages() + " image(s); " + images.size() + " given.");
        }
        images.stream()
                .filter(i -> (long) i.width() * i.height() > limits.maxPixels())
                .findFirst()
                .ifPresent(i -> {
                    throw refuse(
                            "input_too_large",
                            "inputs",
                            "An image has " + i.width() + "x" + i.height() + " pixels; " + entry.fullName() + " takes "
                                    + limits.maxPixels() + " at most.");
                });
        mask(limits, images);
    }

    private void mask(InputLimits limits, List<RenderInput> images) {
        List<RenderInput> masks = ofRole(RenderInput.Role.MASK);
        if (masks.isEmpty()) {
            if (limits.mask() == InputLimits.Mask.REQUIRED) {
                throw refuse("missing_mask", "inputs", entry.fullName() + " needs a mask.");
            }
            return;
        }
        if (limits.mask() == InputLimits.Mask.REFUSED || masks.size() > 1) {
            throw refuse("too_many_inputs", "inputs", "There are more masks than " + entry.fullName() + " takes.");
        }
        if (images.isEmpty()) {
            throw refuse("missing_input", "inputs", "There is a mask and no image under it.");
        }
        RenderInput mask = masks.get(0);
        RenderInput image = images.get(0);
        if (mask.width() != image.width() || mask.height() != image.height()) {
            throw refuse(
                    "mask_size",
                    "inputs",
                    "The mask has " + mask.width() + "x" + mask.height() + " pixels, the image " + image.width() + "x"
                            + image.height() + "; they must be the same.");
        }
    }

    private List<RenderInput> ofRole(RenderInput.Role role) {
        return request.inputs().stream().filter(i -> i.role() == role).toList();
    }

    static PlatformException refuse(String code, String field, String message) {
        return PlatformException.invalid(code, message).withField(field);
    }
}
