package org.image2ai.model.embedded.editor.step;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import org.image2ai.model.embedded.editor.filter.Focus;
import org.image2ai.model.embedded.editor.filter.Pixels;
import org.image2ai.model.embedded.editor.filter.Scaling;
import org.image2ai.model.embedded.inpaint.Hole;

/**
 * Sets text into the picture: into the mask where there is one, else at a place.
 *
 * @param text what is to be read
 * @param place where
 * @param shade of the letters; empty for what is legible there
 */
public record AddText(String text, Place place, Optional<Shade> shade) implements Step {
    /** The longest text. */
    public static final int LONGEST = 120;

    private static final double CHARACTER = 0.062;
    private static final double WIDEST = 0.88;
    private static final double NARROW = 0.4;
    private static final double HIGHEST = 0.26;
    private static final double HALO = 0.9;

    @Override
    public Scope scope() {
        return Scope.PLACE;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> facts = Facts.of("add-text", "characters", text.length());
        facts.put("place", place.wireName());
        shade.ifPresent(s -> facts.put("colour", s.hex()));
        return facts;
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        Optional<Rectangle> box = studio.hole().map(Hole::bounds);
        int width = box.map(b -> b.width).orElseGet(() -> width(picture));
        BufferedImage letters = studio.illustrator().lettering(text, Math.max(8, width), Color.WHITE);
        int most = box.map(b -> b.height).orElse((int) (HIGHEST * picture.getHeight()));
        if (letters.getHeight() > most) {
            double scale = (double) most / letters.getHeight();
            letters =
                    Scaling.to(Pixels.copy(letters), (int) Math.max(1, letters.getWidth() * scale), Math.max(1, most));
        }
        int x = place.left(picture.getWidth(), letters.getWidth());
        int y = place.top(picture.getHeight(), letters.getHeight());
        if (box.isPresent()) {
            x = box.get().x + (box.get().width - letters.getWidth()) / 2;
            y = box.get().y + (box.get().height - letters.getHeight()) / 2;
        }
        set(picture, Pixels.copy(letters), x, y);
        return picture;
    }

    private int width(BufferedImage picture) {
        boolean corner = place.name().contains("LEFT") || place.name().contains("RIGHT");
        double wanted = CHARACTER * Math.max(4, text.length()) + 0.05;
        return (int) Math.round(picture.getWidth() * Math.min(corner ? NARROW : WIDEST, wanted));
    }

    private void set(BufferedImage picture, BufferedImage letters, int x, int y) {
        boolean light = light(picture, new Rectangle(x, y, letters.getWidth(), letters.getHeight()));
        int colour = shade.map(Shade::rgb).orElse(light ? 0x16161a : 0xffffff);
        int pad = Math.max(4, letters.getHeight() / 5);
        BufferedImage halo = Pixels.argb(letters.getWidth() + 2 * pad, letters.getHeight() + 2 * pad);
        halo.getRaster().setRect(pad, pad, letters.getRaster());
        dye(halo, Pixels.luma(colour) > 110 ? 0x000000 : 0xffffff);
        Graphics2D g = picture.createGraphics();
        g.drawImage(soft(halo, pad / 2.5), x - pad, y - pad, null);
        dye(letters, colour);
        g.drawImage(letters, x, y, null);
        g.dispose();
    }

    private static void dye(BufferedImage picture, int rgb) {
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixels[i] & 0xff000000 | rgb & 0xffffff;
        }
    }

    /** A glow in the picture's own colour: its opacity blurred. */
    private static BufferedImage soft(BufferedImage halo, double sigma) {
        BufferedImage opacity = Pixels.argb(halo.getWidth(), halo.getHeight());
        int[] from = Pixels.of(halo);
        int[] grey = Pixels.of(opacity);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 0xff000000 | (from[i] >>> 24) * 0x010101;
        }
        Focus.blur(opacity, sigma);
        for (int i = 0; i < grey.length; i++) {
            from[i] = from[i] & 0xffffff | (int) ((grey[i] & 0xff) * HALO) << 24;
        }
        return halo;
    }

    private static boolean light(BufferedImage picture, Rectangle wanted) {
        Rectangle part = wanted.intersection(new Rectangle(picture.getWidth(), picture.getHeight()));
        double sum = 0;
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                sum += Pixels.luma(picture.getRGB(x, y));
            }
        }
        return !part.isEmpty() && sum / part.width / part.height > 150;
    }
}
