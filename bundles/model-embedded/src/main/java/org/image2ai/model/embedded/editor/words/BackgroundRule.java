package org.image2ai.model.embedded.editor.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.model.embedded.editor.step.Backdrop;
import org.image2ai.model.embedded.editor.step.RemoveBackground;
import org.image2ai.model.embedded.editor.step.ReplaceBackground;
import org.image2ai.model.embedded.editor.step.Step;
import org.image2ai.model.embedded.illustrator.words.Reading;

/** "Remove the background", "put it on a beach at sunset", "blur the background". */
public final class BackgroundRule implements Rule {
    private static final String BACKGROUND =
            "(?:the |its |this )?(?:whole )?(?:background|backdrop)(?:'s)?(?: colou?r)?";
    private static final String SUBJECT = "(?:it|him|her|them|me|us|this|that|(?:the|this|my) "
            + "(?:subject|person|man|woman|people|boy|girl|child|dog|cat|object|product|thing|portrait|figure))";
    private static final Pattern REMOVE = Patterns.of(
            "(?:remove|delete|erase|cut out|clear|strip|drop|get rid of|take away|take out|cut|knock out|eliminate) ",
            BACKGROUND,
            "(?: (?:from|of|in) ",
            Patterns.WHOLE,
            ")?",
            "|(?:make |set |turn )?",
            BACKGROUND,
            " (?:to |into |be )?transparent",
            "|(?:with |on |give it |make it |add )*(?:an? )?transparent background",
            "|no background|without (?:a |the )?background",
            "|(?:cut out|isolate|extract|crop out) ",
            SUBJECT);
    private static final Pattern BLUR = Patterns.of(
            "(?:blur|defocus|soften)(?: out)? ",
            BACKGROUND,
            "(?: (?:a bit|a little|slightly|strongly|more))?",
            "|(?:make |turn )?",
            BACKGROUND,
            " (?:be )?(?:more )?(?:blurry|blurred|out of focus|blur)",
            "|(?:add |with )?(?:a )?(?:bokeh|blurred background|blurry background|background blur|portrait mode)");
    private static final Pattern GREY = Patterns.of(
            "(?:make |turn |convert )",
            BACKGROUND,
            " (?:in)?(?:to )?(?:black-and-white|grey|gray|greyscale|grayscale)",
            "|desaturate ",
            BACKGROUND);
    private static final Pattern REPLACE = Patterns.of(
            "(?:replace|change|swap|switch|substitute|set|make|turn|fill|paint|colou?r) ",
            BACKGROUND,
            "(?: (?:with|to|by|for|into|be|as))? (?<what>.+)",
            "|(?:put|place|show|move|set|have|transport|teleport|isolate|cut out) ",
            SUBJECT,
            " (?:in front of|on top of|on|into|inside|in|at|onto|against|before|under|near|by) (?<where>.+)",
            "|(?:(?:with|on|against|add|use|give it|make it) )?(?:an? |the )?",
            "(?<colour>(?!.*\\b(?:in|on|of|to|from|with|behind|and)\\b)[^\"]+) background");

    private final Vocabulary words;
    private final Drawing drawing;
    private final Pattern gradient;

    BackgroundRule(Vocabulary words, Drawing drawing) {
        this.words = words;
        this.drawing = drawing;
        String colour = words.colours();
        this.gradient = Patterns.of(
                "(?:an? |the )?(?:gradient|fade)(?: background)?(?: (?:from|of|between))? (?<one>",
                colour,
                ") (?:to|and|into) (?<two>",
                colour,
                ")|(?:an? )?(?<three>",
                colour,
                ")(?: to | and |-to-|-)(?<four>",
                colour,
                ") gradient");
    }

    @Override
    public List<Step> read(Clause clause) {
        String text = clause.text();
        if (REMOVE.matcher(text).matches()) {
            return List.of(new RemoveBackground());
        }
        if (BLUR.matcher(text).matches()) {
            return List.of(new ReplaceBackground(Backdrop.of(Backdrop.Kind.BLUR)));
        }
        if (GREY.matcher(text).matches()) {
            return List.of(new ReplaceBackground(Backdrop.of(Backdrop.Kind.GREY)));
        }
        Optional<Matcher> replace = Patterns.match(REPLACE, text);
        if (replace.isEmpty()) {
            return List.of();
        }
        String what = Patterns.group(replace.get(), "what")
                .or(() -> Patterns.group(replace.get(), "where"))
                .or(() -> Patterns.group(replace.get(), "colour"))
                .orElseThrow();
        return List.of(step(what));
    }

    /** What a background is to be: {@code transparent}, {@code blur}, a colour, a gradient, or a place to draw. */
    public Step step(String what) {
        String bare = what.strip().replaceFirst("^(?:an? |the |solid |plain |pure |all )+", "");
        Optional<Step> simple = simple(bare);
        if (simple.isPresent()) {
            return simple.get();
        }
        Reading reading = drawing.read(what);
        if (!drawing.isPlace(reading)) {
            throw new Unclear("a background is a colour, a gradient from one to another, blur, or a place that can be"
                    + " drawn" + drawing.unknown(reading));
        }
        return new ReplaceBackground(Backdrop.of(what));
    }

    private Optional<Step> simple(String what) {
        if (what.matches("transparent|transparency|nothing|none")) {
            return Optional.of(new RemoveBackground());
        }
        if (what.matches("blur|blurry|blurred|out of focus")) {
            return Optional.of(new ReplaceBackground(Backdrop.of(Backdrop.Kind.BLUR)));
        }
        Optional<Matcher> fade = Patterns.match(gradient, what);
        if (fade.isPresent()) {
            String one = Optional.ofNullable(fade.get().group("one"))
                    .orElseGet(() -> fade.get().group("three"));
            String two = Optional.ofNullable(fade.get().group("two"))
                    .orElseGet(() -> fade.get().group("four"));
            return Optional.of(new ReplaceBackground(Backdrop.of(
                    words.colour(one).orElseThrow(), words.colour(two).orElseThrow())));
        }
        return words.colour(what.replaceFirst(" (?:colou?r|background|backdrop|one|studio)$", ""))
                .map(shade -> new ReplaceBackground(Backdrop.of(shade)));
    }
}
