package org.image2ai.model.embedded.editor.step;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import org.image2ai.model.embedded.illustrator.words.Kind;
import org.image2ai.model.embedded.illustrator.words.Subject;
import org.image2ai.model.embedded.inpaint.Hole;

/**
 * Draws a thing into the picture: into the mask where there is one, else at a place.
 *
 * @param phrase what, in words of which the illustrator knows each
 * @param place where; empty for what suits the thing
 */
public record AddObject(String phrase, Optional<Place> place) implements Step {
    private static final double SHARE = 0.34;
    private static final double GAP = 0.9;
    private static final double LONGEST_ROW = 0.92;

    @Override
    public Scope scope() {
        return Scope.PLACE;
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> facts = Facts.of("add-object");
        place.ifPresent(p -> facts.put("place", p.wireName()));
        return facts;
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        Subject subject = studio.illustrator().read(phrase).subjects().get(0);
        Rectangle box = studio.hole().map(Hole::bounds).orElseGet(() -> box(picture, subject));
        BufferedImage thing =
                studio.illustrator().object(phrase, Math.max(8, box.height)).orElseThrow();
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        row(g, thing, box, subject);
        g.dispose();
        return picture;
    }

    private Rectangle box(BufferedImage picture, Subject subject) {
        int shorter = Math.min(picture.getWidth(), picture.getHeight());
        int height = (int) Math.round(Math.min(0.8, SHARE * subject.scale()) * shorter);
        double wanted = height * (1 + GAP * (subject.count() - 1)) * 1.15;
        int width = (int) Math.min(LONGEST_ROW * picture.getWidth(), wanted);
        Place at = place.orElse(aloft(subject) ? Place.TOP : Place.BOTTOM);
        return new Rectangle(at.left(picture.getWidth(), width), at.top(picture.getHeight(), height), width, height);
    }

    /** As many as are wanted, side by side, as large as the box allows, on its lower edge. */
    private void row(Graphics2D g, BufferedImage thing, Rectangle box, Subject subject) {
        int count = subject.count();
        double needed = thing.getWidth() * (1 + GAP * (count - 1));
        double scale = Math.min((double) box.height / thing.getHeight(), box.width / needed);
        double width = thing.getWidth() * scale;
        double height = thing.getHeight() * scale;
        double x = box.x + (box.width - needed * scale) / 2;
        for (int i = 0; i < count; i++) {
            double y = aloft(subject)
                    ? box.y + (box.height - height) * (i % 2 == 0 ? 0.35 : 0.65)
                    : box.y + box.height - height;
            if (!aloft(subject) && place.map(p -> !p.high()).orElse(true)) {
                shadow(g, x + width / 2, y + height, width);
            }
            AffineTransform at = AffineTransform.getTranslateInstance(x, y);
            at.scale(scale, scale);
            g.drawImage(thing, at, null);
            x += width * GAP;
        }
    }

    private static void shadow(Graphics2D g, double x, double y, double width) {
        AffineTransform before = g.getTransform();
        g.translate(x, y - width * 0.02);
        g.scale(1, 0.16);
        float radius = (float) (width * 0.56);
        Color[] fade = {new Color(0, 0, 0, 120), new Color(0, 0, 0, 70), new Color(0, 0, 0, 0)};
        g.setPaint(new RadialGradientPaint(0, 0, radius, new float[] {0, 0.55f, 1}, fade));
        g.fillRect((int) -radius, (int) -radius, (int) (2 * radius), (int) (2 * radius));
        g.setTransform(before);
    }

    private static boolean aloft(Subject subject) {
        Kind kind = subject.thing().kind();
        return kind.aloft() || subject.aloft();
    }
}
