package org.image2ai.model.embedded.enhance;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.image2ai.api.PlatformException;

/**
 * The network: from RGB planes of 0 to 1 to planes of four times the sides. It is loaded at the first run and kept.
 * One run takes all processors, so only one runs at a time; callers take turns, and so do the jobs they work for.
 */
final class Network implements AutoCloseable {
    /** How many times longer the sides become. */
    static final int SCALE = 4;

    /** How far a pixel's surroundings can reach its result: 34 convolutions of 3×3, a pixel each. */
    static final int REACH = 34;

    private static final String WEIGHTS = "realesrgan-x4v3.onnx";

    private final ReentrantLock turn = new ReentrantLock(true);
    private OrtSession session;

    /**
     * Runs once.
     *
     * @param planes red, green and blue, each row by row
     * @return the planes of the result
     */
    float[] run(float[] planes, int width, int height) {
        takeTurn();
        try {
            return run(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(planes), new long[] {1, 3, height, width});
        } catch (OrtException e) {
            throw PlatformException.upstream(
                            "render_failed", "The network failed on a part of " + width + "x" + height + ".", true)
                    .causedBy(e);
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn() {
        try {
            turn.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Stop.cancelled().causedBy(e);
        }
    }

    private float[] run(OrtEnvironment environment, FloatBuffer planes, long[] shape) throws OrtException {
        try (OnnxTensor input = OnnxTensor.createTensor(environment, planes, shape);
                OrtSession.Result result = loaded(environment).run(Map.of("data", input))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[output.remaining()];
            output.get(values);
            return values;
        }
    }

    private OrtSession loaded(OrtEnvironment environment) throws OrtException {
        if (session == null) {
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(Math.max(1, Runtime.getRuntime().availableProcessors()));
                // The arena stays on: without it a run takes three times the memory and longer. Patterns are for one
                // size.
                options.setMemoryPatternOptimization(false);
                session = environment.createSession(weights(), options);
            }
        }
        return session;
    }

    private static byte[] weights() {
        try (InputStream in = Network.class.getResourceAsStream(WEIGHTS)) {
            if (in == null) {
                throw new IOException(WEIGHTS + " is not in the bundle");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw PlatformException.internal("render_failed", "The weights " + WEIGHTS + " could not be read.", e);
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (session != null) {
                session.close();
                session = null;
            }
        } catch (OrtException e) {
            throw PlatformException.internal("close_failed", "The network could not be let go.", e);
        } finally {
            turn.unlock();
        }
    }
}
