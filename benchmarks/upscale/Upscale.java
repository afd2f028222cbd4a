package org.image2ai.model.embedded.enhance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.image2ai.api.model.Operation;
import org.image2ai.model.embedded.enhance.UpscaleModel.Offer;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;

/** Prints how good and how quick the upscalers are. It is in the package of what it measures, to see its tiles. */
final class Upscale {
    private Upscale() {}

    /** One method of one model. */
    record Candidate(String name, UpscaleModel model, Method method) {
        int scale() {
            return method.upscaler().scale();
        }

        /** The picture that a person gets, encoded. */
        byte[] render(byte[] picture) {
            RecordingRenderSession session = new RecordingRenderSession();
            SampleRequest request =
                    SampleRequest.of(model.model().name(), Operation.UPSCALE).image(picture);
            if (model.methods().size() > 1) {
                request.with("method", method.name());
            }
            model.render(request.build(), session);
            return session.outputs().get(0).bytes();
        }

        Plane decoded(byte[] picture) throws IOException {
            return Plane.of(ImageIO.read(new ByteArrayInputStream(render(picture))));
        }
    }

    /** @param arguments a folder of pictures, and a photograph */
    public static void main(String[] arguments) throws IOException {
        List<Path> pictures = pictures(Path.of(arguments[0]));
        List<Candidate> candidates = candidates();
        for (int scale : new int[] {2, 4}) {
            quality(candidates.stream().filter(c -> c.scale() == scale).toList(), pictures, scale);
        }
        Speed.print(candidates, Files.readAllBytes(Path.of(arguments[1])));
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".png")).sorted().toList();
        }
    }

    private static List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (int scale : new int[] {2, 4}) {
            add(candidates, peer("bicubic x" + scale, Filter.bicubic(scale)));
            add(candidates, peer("plain lanczos x" + scale, Filter.lanczos(scale)));
        }
        UpscaleModels.all().forEach(model -> add(candidates, (UpscaleModel) model));
        return candidates;
    }

    /** What others do, through the same tiles. */
    private static UpscaleModel peer(String title, Upscaler upscaler) {
        return new UpscaleModel(new Offer("peer", title, "1"), 1 << 20, Method.ofFilter("filter", upscaler, 256));
    }

    private static void add(List<Candidate> candidates, UpscaleModel model) {
        for (Method method : model.methods()) {
            String name = method.name().equals("filter")
                    ? model.model().title()
                    : model.model().name() + (model.methods().size() > 1 ? " " + method.name() : "");
            candidates.add(new Candidate(name, model, method));
        }
    }

    private static void quality(List<Candidate> candidates, List<Path> pictures, int scale) throws IOException {
        System.out.printf("%nPSNR in dB / SSIM, x%d from a picture made smaller by the cubic filter%n%-24s", scale, "");
        pictures.forEach(p -> System.out.printf("%-16s", p.getFileName()));
        System.out.println("mean");
        for (Candidate candidate : candidates) {
            System.out.printf("%-24s", candidate.name());
            double psnr = 0;
            double ssim = 0;
            for (Path file : pictures) {
                Plane original = Plane.of(ImageIO.read(file.toFile()));
                Plane result = candidate.decoded(original.smaller(scale).png());
                psnr += original.psnr(result) / pictures.size();
                ssim += original.ssim(result) / pictures.size();
                System.out.printf("%5.2f / %.4f  ", original.psnr(result), original.ssim(result));
            }
            System.out.printf("%5.2f / %.4f%n", psnr, ssim);
        }
    }
}
