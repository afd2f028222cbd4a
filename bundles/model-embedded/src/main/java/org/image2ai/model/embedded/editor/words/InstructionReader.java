package org.image2ai.model.embedded.editor.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.model.embedded.editor.step.Step;
import org.image2ai.model.embedded.illustrator.Illustrator;

/**
 * Reads an instruction: cuts it at commas and at "and", takes the longest run of pieces that a rule can read, and lets
 * a piece without a verb have that of the piece before. What no rule can read is named, not guessed. Safe for
 * concurrent calls.
 */
public final class InstructionReader {
    private static final Pattern QUOTE = Pattern.compile("\"([^\"]+)\"|(?<![\\p{L}\\p{N}])'([^']+)'(?![\\p{L}\\p{N}])");
    private static final Pattern CUT = Patterns.of(
            "\\s*(?:[,;!\\n]+|\\.(?=\\s|$))\\s*(?:(?:and|then|also|but|plus)\\s+)*",
            "|\\s+(?:and(?: then)?|then|also|but|plus|&|after that|as well as)\\s+");
    private static final Pattern POLITE = Patterns.of(
            "^(?:(?:please|can you|could you|would you|will you|i(?:'d| would) like(?: you)? to|i want(?: you)? to",
            "|i need(?: you)? to|let's|just|now|kindly|try to|and|then|also|next|finally|first",
            "|edit(?: this| the)?(?: image| photo| picture)? (?:to|so that)) )+");
    private static final Pattern THANKS =
            Pattern.compile(" (?:please|thanks|thank you|for me|instead|now|if possible|as well|too)$");
    private static final Pattern VERB = Pattern.compile(
            "^(add|put|place|insert|draw|paint|write|make|turn|increase|decrease|reduce|extend|expand|crop)\\b.*");
    private static final int MOST_PIECES = 40;
    private static final int LONGEST_RUN = 6;
    private static final int LONGEST_CLAUSE = 400;

    private final List<Rule> rules;
    private final Drawing drawing;
    private final BackgroundRule background;
    private final Vocabulary words = new Vocabulary();

    /** @param illustrator who knows what can be drawn */
    public InstructionReader(Illustrator illustrator) {
        this.drawing = new Drawing(illustrator, words);
        this.background = new BackgroundRule(words, drawing);
        this.rules = List.of(
                new TextRule(words),
                new ToneRule(words),
                new FrameRule(),
                new CropRule(),
                new ResizeRule(),
                new OutpaintRule(),
                background,
                new ColourRule(words),
                new ObjectRule(words, drawing));
    }

    /** The phrase by which the illustrator draws one kind of thing; empty when the words say more, or nothing. */
    public Optional<String> thing(String phrase) {
        return drawing.thing(phrase.strip().toLowerCase(Locale.ROOT));
    }

    /** The words it knows. */
    public Vocabulary words() {
        return words;
    }

    /** The rule for what a background can be, which a parameter says too. */
    public BackgroundRule background() {
        return background;
    }

    /**
     * Reads an instruction.
     *
     * @param masked whether the request has a mask
     */
    public Understanding read(String instruction, boolean masked) {
        List<String> quotes = new ArrayList<>();
        List<String> pieces = pieces(instruction, quotes);
        List<Step> steps = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        String verb = "";
        int at = 0;
        Clause rest = new Clause("", instruction, quotes, 1, masked);
        while (at < pieces.size()) {
            int taken = longest(pieces, at, rest, verb, steps);
            if (taken == 0) {
                gaps.add(gap(pieces.get(at), rest));
                taken = 1;
            }
            verb = verb(pieces.get(at), verb);
            at += taken;
        }
        return new Understanding(steps, gaps);
    }

    /** How many pieces the longest readable run has; 0 when there is none. */
    private int longest(List<String> pieces, int at, Clause rest, String verb, List<Step> steps) {
        int most = Math.min(pieces.size(), at + LONGEST_RUN);
        for (int end = most; end > at; end--) {
            String run = String.join(" and ", pieces.subList(at, end));
            for (String text : verb.isEmpty() ? List.of(run) : List.of(run, verb + " " + run)) {
                List<Step> read = read(rest.with(text, end - at));
                if (!read.isEmpty()) {
                    steps.addAll(read);
                    return end - at;
                }
            }
        }
        return 0;
    }

    private List<Step> read(Clause clause) {
        if (clause.text().length() > LONGEST_CLAUSE) {
            return List.of();
        }
        for (Rule rule : rules) {
            try {
                List<Step> steps = rule.read(clause);
                if (!steps.isEmpty()) {
                    return steps;
                }
            } catch (Rule.Unclear e) {
                return List.of();
            }
        }
        return List.of();
    }

    private Gap gap(String piece, Clause rest) {
        String shown = piece;
        for (int i = 0; i < rest.quotes().size(); i++) {
            shown = shown.replace("\"" + i + "\"", "\"" + rest.quotes().get(i) + "\"");
        }
        for (Rule rule : rules) {
            try {
                rule.read(rest.with(piece, 1));
            } catch (Rule.Unclear e) {
                return new Gap(shown, e.getMessage());
            }
        }
        return new Gap(shown, "");
    }

    private static String verb(String piece, String before) {
        Matcher matcher = VERB.matcher(piece);
        return matcher.matches() ? matcher.group(1) : before;
    }

    private static List<String> pieces(String instruction, List<String> quotes) {
        String straight =
                instruction.replaceAll("[\u201c\u201d\u201e\u00ab\u00bb]", "\"").replaceAll("[\u2018\u2019]", "'");
        Matcher matcher = QUOTE.matcher(straight);
        StringBuilder plain = new StringBuilder();
        while (matcher.find()) {
            quotes.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            matcher.appendReplacement(plain, " \"" + (quotes.size() - 1) + "\" ");
        }
        matcher.appendTail(plain);
        String lower = plain.toString().toLowerCase(Locale.ROOT).replaceAll("black (?:and|&) white", "black-and-white");
        List<String> pieces = new ArrayList<>();
        for (String piece : CUT.split(lower, MOST_PIECES)) {
            String bare = polite(
                    piece.replaceAll("[?()]", " ").replaceAll("\\s+", " ").strip());
            if (!bare.isEmpty()) {
                pieces.add(bare);
            }
        }
        return pieces;
    }

    private static String polite(String piece) {
        String bare = POLITE.matcher(piece).replaceFirst("");
        String last;
        do {
            last = bare;
            bare = THANKS.matcher(bare).replaceFirst("");
        } while (!last.equals(bare));
        return bare.matches("please|thanks|thank you") ? "" : bare;
    }
}
