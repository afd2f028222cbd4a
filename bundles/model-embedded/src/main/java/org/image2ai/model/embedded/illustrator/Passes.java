package org.image2ai.model.embedded.illustrator;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.model.embedded.illustrator.paint.Painter;
import org.image2ai.model.embedded.illustrator.scene.Scene;

/** Paints a scene first coarsely, for who wants to see it come, and in the end as finely as was asked. */
final class Passes {
    static final String MEDIUM = "medium";
    static final List<String> QUALITIES = List.of("low", MEDIUM, "high");

    private final Scene scene;
    private final SizeLimits.Size size;
    private final String quality;

    Passes(Scene scene, SizeLimits.Size size, String quality) {
        this.scene = scene;
        this.size = size;
        this.quality = quality;
    }

    /** Shows as many unfinished pictures as are wanted, each twice as fine as the one before. */
    void show(RenderSession session, int output) {
        for (int left = session.wantedPreviews(); left > 0 && !session.cancelled(); left--) {
            session.preview(output, "image/jpeg", jpeg(painted(1.0 / (1 << left + 1))));
        }
    }

    BufferedImage last() {
        return switch (quality) {
            case "low" -> painted(0.5);
            case "high" -> painted(2);
            default -> painted(1);
        };
    }

    /** The picture at its size, painted at so many times that. */
    private BufferedImage painted(double fineness) {
        int width = (int) Math.max(1, Math.round(size.width() * fineness));
        int height = (int) Math.max(1, Math.round(size.height() * fineness));
        BufferedImage image = Painter.paint(scene, width, height);
        return fineness == 1 ? image : scaled(image);
    }

    private BufferedImage scaled(BufferedImage image) {
        BufferedImage scaled = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, size.width(), size.height(), null);
        graphics.dispose();
        return scaled;
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be full of bytes", e);
        }
        return out.toByteArray();
    }
}
