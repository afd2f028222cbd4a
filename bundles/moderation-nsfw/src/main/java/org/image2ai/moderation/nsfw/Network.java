package org.image2ai.moderation.nsfw;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.image2ai.api.PlatformException;

/** The network: loaded once. A run takes one thread, the caller's, so as many run as there are callers. */
final class Network implements AutoCloseable {
    private static final String WEIGHTS = "mobilenet-v2.onnx";
    private static final String INPUT = "input_1";

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final OrtSession session;
    private boolean closed;

    Network() {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = OrtEnvironment.getEnvironment().createSession(weights(), options);
        } catch (OrtException e) {
            throw PlatformException.internal("review_failed", "The network of the reviewer could not be loaded.", e);
        }
    }

    private static byte[] weights() {
        try (InputStream in = Network.class.getResourceAsStream(WEIGHTS)) {
            if (in == null) {
                throw new IOException(WEIGHTS + " is not in the bundle");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw PlatformException.internal("review_failed", "The weights " + WEIGHTS + " could not be read.", e);
        }
    }

    /** The probabilities of the classes, in the order of nsfwjs: drawing, hentai, neutral, porn, sexy. */
    float[] run(float[] planes) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw PlatformException.upstream("review_failed", "The reviewer of pictures is being stopped.", true);
            }
            return probabilities(planes);
        } catch (OrtException e) {
            throw PlatformException.upstream("review_failed", "The network of the reviewer failed.", true)
                    .causedBy(e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private float[] probabilities(float[] planes) throws OrtException {
        long[] shape = {1, 3, Square.SIDE, Square.SIDE};
        try (OnnxTensor input =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(planes), shape);
                OrtSession.Result result = session.run(Map.of(INPUT, input))) {
            return ((float[][]) result.get(0).getValue())[0];
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            session.close();
        } catch (OrtException e) {
            throw PlatformException.internal("close_failed", "The network could not be let go.", e);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
