package org.image2ai.model.embedded.illustrator.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.image2ai.api.PlatformException;

/** The sentence encoder all-MiniLM-L6-v2: text to a direction in 384 dimensions; what means the same points the same way. */
final class Encoder implements AutoCloseable {
    /** How many numbers a direction has. */
    static final int DIMENSIONS = 384;

    private static final String MODEL = "/all-minilm-l6-v2-q";

    private final WordPieces pieces;
    private final OrtSession session;

    Encoder() {
        pieces = new WordPieces(resource(MODEL + "-tokenizer.json"));
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = OrtEnvironment.getEnvironment().createSession(resource(MODEL + ".onnx"), options);
        } catch (OrtException e) {
            throw PlatformException.internal("render_failed", "The sentence encoder could not be loaded.", e);
        }
    }

    /** The direction of a text, of length 1. */
    float[] direction(String text) {
        long[] ids = pieces.of(text);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put("input_ids", tensor(ids));
            inputs.put("attention_mask", tensor(ones));
            inputs.put("token_type_ids", tensor(new long[ids.length]));
            inputs.keySet().retainAll(session.getInputNames());
            try (OrtSession.Result result = session.run(inputs)) {
                return mean((float[][][]) result.get(0).getValue());
            }
        } catch (OrtException e) {
            throw PlatformException.internal("render_failed", "The sentence encoder failed.", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] mean(float[][][] pieces) {
        float[] mean = new float[DIMENSIONS];
        for (float[] piece : pieces[0]) {
            for (int i = 0; i < DIMENSIONS; i++) {
                mean[i] += piece[i];
            }
        }
        double length = 0;
        for (float value : mean) {
            length += value * value;
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            mean[i] /= (float) Math.sqrt(length);
        }
        return mean;
    }

    private static byte[] resource(String name) {
        try (InputStream in = Encoder.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not in the bundle");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw PlatformException.internal("render_failed", "The sentence encoder's " + name + " is unreadable.", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw PlatformException.internal("close_failed", "The sentence encoder could not be let go.", e);
        }
    }
}
