package org.image2ai.model.embedded.illustrator.meaning;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text into the word pieces that the sentence encoder knows: lower case, no accents, the longest known beginning
 * first. The vocabulary is that of the encoder's own {@code tokenizer.json}.
 */
final class WordPieces {
    private static final int UNKNOWN = 100;
    private static final int START = 101;
    private static final int END = 102;
    private static final int MOST = 32;
    private static final Pattern ENTRY = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)+)\":\\s*(\\d+)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|\\p{Punct}");

    private final Map<String, Integer> vocabulary = new HashMap<>(65_536);

    /** @param tokenizer the bytes of a {@code tokenizer.json} with a WordPiece model */
    WordPieces(byte[] tokenizer) {
        String json = new String(tokenizer, StandardCharsets.UTF_8);
        Matcher matcher = ENTRY.matcher(json);
        int from = json.indexOf("\"vocab\"");
        while (matcher.find(from)) {
            vocabulary.put(matcher.group(1).replaceAll("\\\\(.)", "$1"), Integer.parseInt(matcher.group(2)));
            from = matcher.end();
        }
    }

    /** The numbers of the pieces, between the marks of start and end. */
    long[] of(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}+", "");
        List<Integer> pieces = new ArrayList<>(List.of(START));
        Matcher words = WORD.matcher(plain);
        while (words.find() && pieces.size() < MOST) {
            pieces.addAll(pieces(words.group()));
        }
        pieces.add(END);
        return pieces.stream().mapToLong(Integer::longValue).toArray();
    }

    private List<Integer> pieces(String word) {
        List<Integer> pieces = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            while (to > from && !vocabulary.containsKey(piece(word, from, to))) {
                to--;
            }
            if (to == from) {
                return List.of(UNKNOWN);
            }
            pieces.add(vocabulary.get(piece(word, from, to)));
            from = to;
        }
        return pieces;
    }

    private static String piece(String word, int from, int to) {
        return (from > 0 ? "##" : "") + word.substring(from, to);
    }
}
