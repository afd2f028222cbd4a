package org.image2ai.model.embedded.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.model.embedded.editor.filter.Style;
import org.image2ai.model.embedded.editor.filter.Tone;
import org.image2ai.model.embedded.editor.step.AddObject;
import org.image2ai.model.embedded.editor.step.AddText;
import org.image2ai.model.embedded.editor.step.Adjust;
import org.image2ai.model.embedded.editor.step.AutoAdjust;
import org.image2ai.model.embedded.editor.step.Denoise;
import org.image2ai.model.embedded.editor.step.Flip;
import org.image2ai.model.embedded.editor.step.Margins;
import org.image2ai.model.embedded.editor.step.Outpaint;
import org.image2ai.model.embedded.editor.step.Place;
import org.image2ai.model.embedded.editor.step.Recolour;
import org.image2ai.model.embedded.editor.step.Rotate;
import org.image2ai.model.embedded.editor.step.Shade;
import org.image2ai.model.embedded.editor.step.Step;
import org.image2ai.model.embedded.editor.step.Stylize;
import org.image2ai.model.embedded.editor.words.CropRule;
import org.image2ai.model.embedded.editor.words.InstructionReader;
import org.image2ai.model.embedded.editor.words.ResizeRule;
import org.image2ai.model.embedded.editor.words.Rule;

/** The parameters of the editor, and the steps that they ask for. */
final class EditorParameters {
    private static final double FULL = 100;
    private static final int FARTHEST = 2048;
    private static final int WORD = 40;
    private static final List<String> TONES = List.of("brightness", "contrast", "saturation", "warmth", "sharpness");

    /** In the order in which they take effect. */
    static final List<ParameterSpec> SPECS = specs();

    private final InstructionReader reader;

    EditorParameters(InstructionReader reader) {
        this.reader = reader;
    }

    private static List<ParameterSpec> specs() {
        List<ParameterSpec> specs = new ArrayList<>();
        specs.add(ParameterSpec.number("rotate", -360, 360, "Degrees clockwise; empty corners are cut away."));
        specs.add(ParameterSpec.choice("flip", List.of("horizontal", "vertical"), "Mirrors the picture."));
        specs.add(text("crop", WORD, "square, a ratio as in 16:9, or a size as in 800x600; around the middle."));
        for (String side : List.of("left", "right", "up", "down")) {
            specs.add(ParameterSpec.integer(side, 0, FARTHEST, "Pixels by which the picture is continued there."));
        }
        specs.add(text(
                "background", 400, "transparent, blur, a colour, a gradient (from blue to pink), or a place to draw."));
        specs.add(text("recolourFrom", WORD, "The colour that recolourTo takes the place of, a name or #rrggbb."));
        specs.add(text("recolourTo", WORD, "The new colour; of the whole picture without recolourFrom."));
        specs.add(ParameterSpec.number("denoise", 0, FULL, "How strongly noise is taken away."));
        specs.add(flag("auto", "Gives the picture the light and contrast that it lacks."));
        TONES.forEach(tone -> specs.add(ParameterSpec.number(tone, -FULL, FULL, "More or less " + tone + ".")));
        specs.add(ParameterSpec.choice("style", Style.wireNames(), "Shows the picture in another manner."));
        specs.add(text("object", 200, "A thing to draw: a red balloon."));
        specs.add(text("text", AddText.LONGEST, "Text to set into the picture."));
        specs.add(text("textColour", WORD, "The colour of the text, a name or #rrggbb; what is legible unless given."));
        specs.add(ParameterSpec.choice("place", Place.wireNames(), "Where object and text are put."));
        specs.add(text("resize", WORD, "800x600, 800x, x600 or 50%."));
        specs.add(ParameterSpec.seed());
        return List.copyOf(specs);
    }

    private static ParameterSpec text(String name, int most, String description) {
        return new ParameterSpec(
                name, ParameterSpec.Kind.TEXT, List.of(), Optional.of(1.0), Optional.of((double) most), description);
    }

    private static ParameterSpec flag(String name, String description) {
        return new ParameterSpec(
                name, ParameterSpec.Kind.FLAG, List.of(), Optional.empty(), Optional.empty(), description);
    }

    /** @throws PlatformException {@code invalid_parameter} when a text says nothing that can be done */
    List<Step> steps(RenderRequest request) {
        List<Step> steps = new ArrayList<>();
        number(request, "rotate").filter(d -> d % 360 != 0).ifPresent(degrees -> steps.add(new Rotate(degrees)));
        request.text("flip").ifPresent(way -> steps.add(new Flip(way.equals("horizontal"))));
        parsed(request, "crop", CropRule::step, "square, a ratio or a size").ifPresent(steps::add);
        outpaint(request).ifPresent(steps::add);
        background(request).ifPresent(steps::add);
        recolour(request).ifPresent(steps::add);
        number(request, "denoise").filter(d -> d > 0).ifPresent(strength -> steps.add(new Denoise(strength)));
        if (Boolean.TRUE.equals(request.parameters().get("auto"))) {
            steps.add(new AutoAdjust());
        }
        adjust(request).ifPresent(steps::add);
        request.text("style").flatMap(Style::ofWireName).ifPresent(style -> steps.add(new Stylize(style)));
        object(request).ifPresent(steps::add);
        text(request).ifPresent(steps::add);
        parsed(request, "resize", ResizeRule::step, "a size as 800x600, 800x, x600 or 50%")
                .ifPresent(steps::add);
        return steps;
    }

    private static Optional<Double> number(RenderRequest request, String name) {
        return Optional.ofNullable((Double) request.parameters().get(name));
    }

    private static double value(RenderRequest request, String name) {
        return number(request, name).orElse(0.0);
    }

    private static Optional<Step> parsed(
            RenderRequest request, String name, Function<String, Optional<Step>> parser, String wanted) {
        return request.text(name).map(t -> parser.apply(t).orElseThrow(() -> wrong(name, wanted)));
    }

    private static PlatformException wrong(String name, String wanted) {
        return PlatformException.invalid("invalid_parameter", name + " is not " + wanted + ".")
                .withField("parameters." + name);
    }

    private static Optional<Step> outpaint(RenderRequest request) {
        Function<String, Long> side = name -> request.integer(name).orElse(0L);
        Margins margins =
                new Margins(side.apply("left"), side.apply("right"), side.apply("up"), side.apply("down"), false);
        boolean any = margins.left() + margins.right() + margins.up() + margins.down() > 0;
        return any ? Optional.of(new Outpaint(margins)) : Optional.empty();
    }

    private Optional<Step> background(RenderRequest request) {
        try {
            return request.text("background").map(reader.background()::step);
        } catch (Rule.Unclear e) {
            throw PlatformException.invalid("invalid_parameter", "background: " + e.getMessage() + ".")
                    .withField("parameters.background");
        }
    }

    private Optional<Step> recolour(RenderRequest request) {
        if (request.text("recolourTo").isEmpty()) {
            if (request.text("recolourFrom").isPresent()) {
                throw wrong("recolourTo", "given, which recolourFrom needs");
            }
            return Optional.empty();
        }
        return Optional.of(new Recolour(
                colour(request, "recolourFrom"), colour(request, "recolourTo").orElseThrow()));
    }

    private Optional<Shade> colour(RenderRequest request, String name) {
        return request.text(name).map(word -> reader.words()
                .colour(word.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> wrong(name, "a colour: a plain name or #rrggbb")));
    }

    private static Optional<Step> adjust(RenderRequest request) {
        if (TONES.stream().allMatch(tone -> value(request, tone) == 0)) {
            return Optional.empty();
        }
        Tone tone = new Tone(
                value(request, "brightness"),
                value(request, "contrast"),
                value(request, "saturation"),
                value(request, "warmth"));
        return Optional.of(new Adjust(tone, value(request, "sharpness")));
    }

    private static Optional<Place> place(RenderRequest request) {
        return request.text("place").flatMap(Place::ofWireName);
    }

    private Optional<Step> object(RenderRequest request) {
        return request.text("object")
                .map(phrase -> new AddObject(
                        reader.thing(phrase).orElseThrow(() -> wrong("object", "one thing that can be drawn")),
                        place(request)));
    }

    private Optional<Step> text(RenderRequest request) {
        return request.text("text")
                .filter(t -> !t.isBlank())
                .map(t -> new AddText(t.strip(), place(request).orElse(Place.BOTTOM), colour(request, "textColour")));
    }
}
