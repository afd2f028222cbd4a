package org.image2ai.moderation.words;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a text in plain letters: compatibility forms, accents, invisible signs and letters of other alphabets that look
 * like Latin ones are gone. What hides a word from a list hides it no longer, and what people see stays.
 */
final class Folding {
    private static final Map<Integer, String> LOOKALIKES = new HashMap<>();

    static {
        lookalikes("абвеёзкмнорстухіјѕԁԛԝһӏ", "abbee3kmhopctyxijsdqwhl");
        lookalikes("αβεηικνορτυχγϲω", "abenikvoptuxycw");
        lookalikes("ıłøđħŧɑɡɩʏƒ", "ilodhtagiyf");
        LOOKALIKES.put((int) 'ß', "ss");
        LOOKALIKES.put((int) 'æ', "ae");
        LOOKALIKES.put((int) 'œ', "oe");
    }

    private Folding() {}

    private static void lookalikes(String from, String to) {
        for (int i = 0; i < from.length(); i++) {
            LOOKALIKES.put((int) from.charAt(i), String.valueOf(to.charAt(i)));
        }
    }

    /** The text in small plain letters; digits and signs stay. */
    static String fold(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String apart = Normalizer.normalize(wide, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(apart.length());
        apart.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type != Character.NON_SPACING_MARK && type != Character.FORMAT && type != Character.ENCLOSING_MARK) {
                String like = LOOKALIKES.get(c);
                if (like != null) {
                    plain.append(like);
                } else {
                    plain.appendCodePoint(c);
                }
            }
        });
        return plain.toString();
    }
}
