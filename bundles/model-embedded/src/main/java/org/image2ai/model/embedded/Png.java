package org.image2ai.model.embedded;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderSession;

/** Writes pictures as PNG to a session's outputs, chunk by chunk. */
public final class Png {
    /** The media type of PNG. */
    public static final String TYPE = "image/png";

    private Png() {}

    /**
     * Writes a picture to its end.
     *
     * @param image the picture
     * @param session whose output it becomes
     * @param output the number of the output
     */
    public static void write(BufferedImage image, RenderSession session, int output) {
        try (OutputStream out = session.output(output, TYPE)) {
            encode(image, out);
        } catch (IOException e) {
            throw PlatformException.internal("output_failed", "Picture " + output + " could not be written.", e);
        }
    }

    private static void encode(BufferedImage image, OutputStream out) throws IOException {
        // ImageIO.write would put a temporary file between; this stream hands on each chunk when it is complete.
        ImageOutputStream stream = new MemoryCacheImageOutputStream(out);
        ImageIO.write(image, "png", stream);
        stream.flush();
    }
}
