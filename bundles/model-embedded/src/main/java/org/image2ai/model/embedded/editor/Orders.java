package org.image2ai.model.embedded.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.model.embedded.editor.step.Erase;
import org.image2ai.model.embedded.editor.step.Outpaint;
import org.image2ai.model.embedded.editor.step.OutpaintTo;
import org.image2ai.model.embedded.editor.step.RemoveBackground;
import org.image2ai.model.embedded.editor.step.Step;
import org.image2ai.model.embedded.editor.words.Gap;
import org.image2ai.model.embedded.editor.words.InstructionReader;
import org.image2ai.model.embedded.editor.words.Understanding;
import org.image2ai.model.embedded.illustrator.Illustrator;

/** Makes the steps of a request: what its operation says, then its parameters, then its words. All or nothing. */
final class Orders {
    private static final String ABILITIES =
            "The editor can: adjust brightness, contrast, saturation, warmth and sharpness"
                    + " (\"a bit warmer\"), enhance, denoise; styles (pencil sketch, painting, watercolour, cartoon, black and"
                    + " white, sepia, vintage, blur, pixels); crop, rotate, flip, resize; extend the picture to a side; remove,"
                    + " blur or replace the background (\"on a beach at sunset\"); recolour (\"make the red car blue\"); add a"
                    + " drawn thing or text at a place (\"add a cat on the left\"); and, under a mask, remove what is there.";
    private static final int LONGEST_GAP = 80;
    private static final String PROMPT = "prompt";

    private final InstructionReader reader;
    private final EditorParameters parameters;

    Orders(Illustrator illustrator) {
        this.reader = new InstructionReader(illustrator);
        this.parameters = new EditorParameters(reader);
    }

    /** @throws PlatformException INVALID when a part of the request cannot be followed */
    List<Step> of(RenderRequest request) {
        boolean masked = mask(request).isPresent();
        List<Step> steps = new ArrayList<>(parameters.steps(request));
        steps.addAll(understood(request, masked));
        complete(request.operation(), masked, steps);
        requireSome(steps);
        if (masked) {
            requireUseOfMask(steps);
        }
        return steps;
    }

    /** The mask of a request. */
    static Optional<RenderInput> mask(RenderRequest request) {
        return request.inputs().stream()
                .filter(i -> i.role() == RenderInput.Role.MASK)
                .findFirst();
    }

    private List<Step> understood(RenderRequest request, boolean masked) {
        String prompt = request.prompt().orElse("");
        if (prompt.isBlank()) {
            return List.of();
        }
        Understanding understanding = reader.read(prompt, masked);
        if (!understanding.gaps().isEmpty()) {
            throw PlatformException.invalid("instruction_not_understood", message(understanding.gaps()))
                    .withField(PROMPT);
        }
        return understanding.steps();
    }

    private static String message(List<Gap> gaps) {
        return "Not understood: " + gaps.stream().map(Orders::quoted).collect(Collectors.joining("; ")) + ". "
                + ABILITIES;
    }

    private static String quoted(Gap gap) {
        String words = gap.words().length() > LONGEST_GAP ? gap.words().substring(0, LONGEST_GAP) + "…" : gap.words();
        return "\"" + words + "\"" + (gap.reason().isEmpty() ? "" : " (" + gap.reason() + ")");
    }

    /** Adds what the operation itself asks for, where neither parameters nor words say it. */
    private static void complete(Operation operation, boolean masked, List<Step> steps) {
        switch (operation) {
            case INPAINT -> {
                if (!masked) {
                    throw PlatformException.invalid("missing_mask", "To inpaint, the editor needs a mask.")
                            .withField("inputs");
                }
                if (steps.isEmpty()) {
                    steps.add(new Erase());
                }
            }
            case REMOVE_BACKGROUND -> {
                if (!steps.contains(new RemoveBackground())) {
                    steps.add(0, new RemoveBackground());
                }
            }
            case OUTPAINT -> {
                if (steps.stream().noneMatch(s -> s instanceof Outpaint || s instanceof OutpaintTo)) {
                    throw PlatformException.invalid(
                                    "nothing_to_do",
                                    "To outpaint, say how far: left, right, up or down in pixels, or in words.")
                            .withField("parameters.left");
                }
            }
            default -> {
                // An edit is what its parameters and its words say.
            }
        }
    }

    private static void requireSome(List<Step> steps) {
        if (steps.isEmpty()) {
            throw PlatformException.invalid(
                            "nothing_to_do", "There is neither an instruction nor a parameter. " + ABILITIES)
                    .withField(PROMPT);
        }
    }

    private static void requireUseOfMask(List<Step> steps) {
        steps.stream().filter(s -> s.scope() == Step.Scope.FRAME).findFirst().ifPresent(step -> {
            throw PlatformException.invalid(
                            "mask_not_usable",
                            "The step " + step.describe().get("step")
                                    + " works on the whole picture; leave the mask out.")
                    .withField("inputs");
        });
    }
}
