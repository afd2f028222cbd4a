package org.image2ai.tck.vendor;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.tck.pictures.Pictures;

/**
 * What stands for more in a recorded answer: {@code ${png:64x48}} and {@code ${jpeg:64x48}} for a picture's bytes,
 * {@code ${png-base64:64x48}} and {@code ${jpeg-base64:64x48}} for the same in base64, {@code ${base-url}} for where
 * the server is.
 */
final class Words {
    private static final Pattern WORD = Pattern.compile("\\$\\{([a-z0-9-]+)(?::(\\d+)x(\\d+))?}");
    private static final Color COLOUR = new Color(0x2f6f9f);

    private Words() {}

    static byte[] bytes(String text, String baseUrl) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Matcher word = WORD.matcher(text);
        int done = 0;
        while (word.find()) {
            out.writeBytes(text.substring(done, word.start()).getBytes(StandardCharsets.UTF_8));
            out.writeBytes(meaning(word, baseUrl));
            done = word.end();
        }
        out.writeBytes(text.substring(done).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    static String text(String text, String baseUrl) {
        return new String(bytes(text, baseUrl), StandardCharsets.UTF_8);
    }

    private static byte[] meaning(Matcher word, String baseUrl) {
        return switch (word.group(1)) {
            case "base-url" -> baseUrl.getBytes(StandardCharsets.UTF_8);
            case "png" -> Pictures.png(picture(word));
            case "jpeg" -> Pictures.jpeg(picture(word));
            case "png-base64" -> Base64.getEncoder().encode(Pictures.png(picture(word)));
            case "jpeg-base64" -> Base64.getEncoder().encode(Pictures.jpeg(picture(word)));
            default -> throw new IllegalArgumentException("unknown word in a recorded answer: " + word.group());
        };
    }

    private static BufferedImage picture(Matcher word) {
        return Pictures.solid(Integer.parseInt(word.group(2)), Integer.parseInt(word.group(3)), COLOUR);
    }
}
