package org.image2ai.model.embedded.enhance;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.image2ai.api.PlatformException;

/**
 * A network of this bundle. It is loaded when it runs, and kept until two others have run: each keeps the memory of its
 * largest run. A run takes all processors, so only one network runs at a time; callers take turns, and so do the jobs
 * they work for.
 */
final class Network implements AutoCloseable {
    private static final int MOST_LOADED = 2;
    private static final ReentrantLock TURN = new ReentrantLock(true);

    /** Those that are loaded, the last used first; touched by who has the turn. */
    private static final Deque<Network> LOADED = new ArrayDeque<>();

    private final String resource;
    private OrtSession session;

    /** @param name of its resource, without ending */
    Network(String name) {
        this.resource = name + ".onnx";
    }

    /**
     * Runs once.
     *
     * @param planes of the input, each row by row: as many as it takes
     * @return the planes of the result
     */
    float[] run(float[] planes, int width, int height) {
        takeTurn();
        try {
            long[] shape = {1, planes.length / (width * height), height, width};
            return run(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(planes), shape);
        } catch (OrtException e) {
            throw PlatformException.upstream(
                            "render_failed", "The network failed on a part of " + width + "x" + height + ".", true)
                    .causedBy(e);
        } finally {
            TURN.unlock();
        }
    }

    private void takeTurn() {
        try {
            TURN.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Stop.cancelled().causedBy(e);
        }
    }

    private float[] run(OrtEnvironment environment, FloatBuffer planes, long[] shape) throws OrtException {
        OrtSession ready = loaded(environment);
        String name = ready.getInputNames().iterator().next();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, planes, shape);
                OrtSession.Result result = ready.run(Map.of(name, input))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[output.remaining()];
            output.get(values);
            return values;
        }
    }

    private OrtSession loaded(OrtEnvironment environment) throws OrtException {
        LOADED.remove(this);
        while (LOADED.size() >= MOST_LOADED) {
            LOADED.removeLast().unload();
        }
        if (session == null) {
            session = load(environment);
        }
        LOADED.addFirst(this);
        return session;
    }

    private OrtSession load(OrtEnvironment environment) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(Math.max(1, Runtime.getRuntime().availableProcessors()));
            // The arena stays on: without it a run takes three times the memory and longer. Patterns are for one size.
            options.setMemoryPatternOptimization(false);
            return environment.createSession(weights(), options);
        }
    }

    private byte[] weights() {
        try (InputStream in = Network.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not in the bundle");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw PlatformException.internal("render_failed", "The weights " + resource + " could not be read.", e);
        }
    }

    private void unload() throws OrtException {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    /** Lets go of what it holds outside the heap; a later run loads it again. */
    @Override
    public void close() {
        TURN.lock();
        try {
            LOADED.remove(this);
            unload();
        } catch (OrtException e) {
            throw PlatformException.internal("close_failed", "The network could not be let go.", e);
        } finally {
            TURN.unlock();
        }
    }
}
