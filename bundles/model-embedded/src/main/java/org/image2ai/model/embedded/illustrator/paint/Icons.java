package org.image2ai.model.embedded.illustrator.paint;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.image2ai.api.PlatformException;
import org.image2ai.model.embedded.illustrator.words.Hand;

/** Turns the bundle's own icons into sprites of a wanted height. It is never given a picture from outside. */
final class Icons {
    private static final String FOLDER = "/org/image2ai/model/embedded/illustrator/icons/";
    private static final int PROBE = 96;
    /** A thing that is longer than high is as high as this share of its length. */
    private static final double LONG = 0.8;

    private Icons() {}

    /** The same thing in the drawing of that hand, where it has one. */
    static String by(Hand hand, String name) {
        String other = "noto/" + name;
        return hand == Hand.NOTO && Icons.class.getResource(FOLDER + other + ".svg") != null ? other : name;
    }

    /** The icon so that what is not transparent has that height in pixels; a long one is less high. */
    static Sprite sprite(String name, double height) {
        SVGDocument document = load(name);
        FloatSize size = document.size();
        Rectangle probe = opaque(render(document, PROBE * size.width / size.height, PROBE));
        if (probe.isEmpty()) {
            throw PlatformException.internal("blank_icon", "The icon " + name + " has nothing to draw.", null);
        }
        double content = Math.max(probe.height, probe.width * LONG);
        double scale = height / content;
        double h = PROBE * scale;
        BufferedImage whole = render(document, h * size.width / size.height, h);
        Rectangle box = opaque(whole);
        BufferedImage cut = new BufferedImage(box.width, box.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = cut.createGraphics();
        g.drawImage(whole, -box.x, -box.y, null);
        g.dispose();
        return new Sprite(cut);
    }

    private static SVGDocument load(String name) {
        try (InputStream in = Icons.class.getResourceAsStream(FOLDER + name + ".svg")) {
            SVGDocument document = in == null ? null : new SVGLoader().load(in, null, LoaderContext.createDefault());
            if (document == null) {
                throw PlatformException.internal("missing_icon", "The bundle has no icon " + name + ".", null);
            }
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static BufferedImage render(SVGDocument document, double width, double height) {
        int w = (int) Math.max(1, Math.ceil(width));
        int h = (int) Math.max(1, Math.ceil(height));
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render((Component) null, g, new ViewBox(0, 0, w, h));
        g.dispose();
        return image;
    }

    private static Rectangle opaque(BufferedImage image) {
        int left = image.getWidth();
        int top = image.getHeight();
        int right = -1;
        int bottom = -1;
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                if (row[x] >>> 24 > 24) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        return right < 0 ? new Rectangle() : new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }
}
