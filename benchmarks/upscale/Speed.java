package org.image2ai.model.embedded.enhance;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.image2ai.api.model.RenderInput;
import org.image2ai.model.embedded.enhance.Upscale.Candidate;
import org.image2ai.tck.pictures.Pictures;

/** Times a model, from encoded picture to encoded picture, against its network alone. */
final class Speed {
    private static final int ROUNDS = 5;
    private static final Map<String, List<String>> NETWORKS = Map.of(
            "enhance-x2", List.of("realesrgan-x4v3-halved"),
            "enhance-x4", List.of("realesrgan-x4v3"),
            "enhance-anime-x4", List.of("realesrgan-x4plus-anime-features", "realesrgan-x4plus-anime-drawing"),
            "faithful-x2 esrgan", List.of("esrgan-medium-x2"),
            "faithful-x4 esrgan", List.of("esrgan-medium-x4"));

    private Speed() {}

    static void print(List<Candidate> candidates, byte[] picture) throws IOException {
        Source source = Source.of(Pictures.input(RenderInput.Role.IMAGE, picture));
        System.out.printf(
                "%n%dx%d pixels, median of %d rounds by turns%n%-24s%8s%10s%10s%8s%16s%10s%n",
                source.width(), source.height(), ROUNDS, "", "tiles", "bare, s", "model, s", "ratio", "of rounds", "of CPU");
        for (Candidate candidate : candidates) {
            List<String> networks = NETWORKS.getOrDefault(candidate.name(), List.of());
            try (Bare bare = new Bare(networks)) {
                print(candidate, tiles(candidate, source), bare, picture);
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            } finally {
                candidate.model().close();
            }
        }
    }

    private static List<Tile> tiles(Candidate candidate, Source source) {
        return new Enhancer(candidate.method().upscaler(), source, candidate.method().tile())
                .rows().stream().flatMap(List::stream).toList();
    }

    private static void print(Candidate candidate, List<Tile> tiles, Bare bare, byte[] picture) throws OrtException {
        List<float[]> inputs = tiles.stream().map(Tile::colours).toList();
        List<Double> alone = new ArrayList<>();
        List<Double> model = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        for (int round = -1; round < ROUNDS; round++) {
            Time first = time(() -> bare.run(tiles, inputs));
            Time second = time(() -> candidate.render(picture));
            if (round >= 0) {
                alone.add(first.seconds());
                model.add(second.seconds());
                ratios.add(second.seconds() / first.seconds());
                work.add(second.processor() / first.processor());
            }
        }
        boolean compared = bare.runs();
        if (!bare.runs()) {
            System.out.printf("%-24s%8d%10s%10.2f%n", candidate.name(), tiles.size(), "", median(model));
            return;
        }
        System.out.printf(
                "%-24s%8d%10.2f%10.2f%8.2f%16s%10.2f%n",
                candidate.name(), tiles.size(), median(alone), median(model), median(ratios),
                "%.2f to %.2f".formatted(Collections.min(ratios), Collections.max(ratios)), median(work));
    }

    private interface Work {
        void run() throws OrtException;
    }

    /**
     * What work took.
     *
     * @param processor seconds of all processors: what others do on the machine changes it little
     */
    private record Time(double seconds, double processor) {}

    private static Time time(Work work) throws OrtException {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long used = machine.getProcessCpuTime();
        long began = System.nanoTime();
        work.run();
        return new Time((System.nanoTime() - began) / 1e9, (machine.getProcessCpuTime() - used) / 1e9);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** Nothing but the runs of a network; what they give is thrown away. */
    private static final class Bare implements AutoCloseable {
        private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        private final List<OrtSession> stages = new ArrayList<>();

        Bare(List<String> networks) throws OrtException, IOException {
            for (String network : networks) {
                try (InputStream in = Network.class.getResourceAsStream(network + ".onnx");
                        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                    options.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
                    options.setMemoryPatternOptimization(false);
                    stages.add(environment.createSession(in.readAllBytes(), options));
                }
            }
        }

        boolean runs() {
            return !stages.isEmpty();
        }

        void run(List<Tile> tiles, List<float[]> inputs) throws OrtException {
            for (int i = 0; runs() && i < inputs.size(); i++) {
                run(inputs.get(i), tiles.get(i).seenWidth(), tiles.get(i).seenHeight());
            }
        }

        private void run(float[] planes, int width, int height) throws OrtException {
            try (OnnxTensor input = tensor(planes, width, height);
                    OrtSession.Result features = stages.get(0).run(Map.of(name(0), input))) {
                if (stages.size() > 1) {
                    draw(((OnnxTensor) features.get(0)).getFloatBuffer().array(), width, height);
                }
            }
        }

        /** The second stage runs over the same strips as the model's. */
        private void draw(float[] features, int width, int height) throws OrtException {
            for (Span rows : TwoStage.strips(height)) {
                float[] strip = Arrays.copyOf(features, features.length / height * rows.seen());
                try (OnnxTensor input = tensor(strip, width, rows.seen());
                        OrtSession.Result result = stages.get(1).run(Map.of(name(1), input))) {
                    result.get(0);
                }
            }
        }

        private String name(int stage) {
            return stages.get(stage).getInputNames().iterator().next();
        }

        private OnnxTensor tensor(float[] planes, int width, int height) throws OrtException {
            long[] shape = {1, planes.length / width / height, height, width};
            return OnnxTensor.createTensor(environment, FloatBuffer.wrap(planes), shape);
        }

        @Override
        public void close() throws OrtException {
            for (OrtSession stage : stages) {
                stage.close();
            }
        }
    }
}
