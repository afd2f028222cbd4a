package org.image2ai.model.embedded.editor.cutout;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Map;
import org.image2ai.api.PlatformException;
import org.image2ai.model.embedded.editor.filter.Pixels;
import org.image2ai.model.embedded.editor.filter.Scaling;

/** MediaPipe's network that tells people from what is around them. It is loaded at the first picture and kept. */
public final class People implements AutoCloseable {
    /** The side of what it looks at and of what it answers, in pixels. */
    static final int SIDE = 256;

    private static final String WEIGHTS = "people.onnx";

    private OrtSession session;

    /**
     * Looks at a picture.
     *
     * @return how surely each part is a person, 0 to 1: {@link #SIDE} rows, whatever the picture's proportions
     */
    float[] look(BufferedImage picture) {
        float[] planes = planes(Scaling.to(picture, SIDE, SIDE));
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession loaded = loaded(environment);
            try (OnnxTensor input = OnnxTensor.createTensor(
                            environment, FloatBuffer.wrap(planes), new long[] {1, 3, SIDE, SIDE});
                    OrtSession.Result result =
                            loaded.run(Map.of(loaded.getInputNames().iterator().next(), input))) {
                float[] sure = new float[SIDE * SIDE];
                ((OnnxTensor) result.get(0)).getFloatBuffer().get(sure);
                return sure;
            }
        } catch (OrtException e) {
            throw PlatformException.upstream("render_failed", "The network that finds people failed.", true)
                    .causedBy(e);
        } catch (LinkageError e) {
            throw PlatformException.internal("render_failed", "ONNX Runtime does not run on this machine.", e);
        }
    }

    private static float[] planes(BufferedImage picture) {
        int[] pixels = Pixels.of(picture);
        float[] planes = new float[3 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            planes[i] = Pixels.red(pixels[i]) / 255f;
            planes[pixels.length + i] = Pixels.green(pixels[i]) / 255f;
            planes[2 * pixels.length + i] = Pixels.blue(pixels[i]) / 255f;
        }
        return planes;
    }

    private synchronized OrtSession loaded(OrtEnvironment environment) throws OrtException {
        if (session == null) {
            try (InputStream in = People.class.getResourceAsStream(WEIGHTS);
                    OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                if (in == null) {
                    throw new IOException(WEIGHTS + " is not in the bundle");
                }
                session = environment.createSession(in.readAllBytes(), options);
            } catch (IOException e) {
                throw PlatformException.internal("render_failed", "The weights " + WEIGHTS + " could not be read.", e);
            }
        }
        return session;
    }

    @Override
    public synchronized void close() {
        try {
            if (session != null) {
                session.close();
                session = null;
            }
        } catch (OrtException e) {
            throw PlatformException.internal("close_failed", "The network could not be let go.", e);
        }
    }
}
