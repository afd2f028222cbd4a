package org.image2ai.model.embedded.enhance;

import java.util.List;
import org.image2ai.model.embedded.EmbeddedModel;
import org.image2ai.model.embedded.enhance.UpscaleModel.Offer;

/** The models that enlarge: those that enhance draw what was probably there, those that are faithful add nothing. */
public final class UpscaleModels {
    private static final long MEGAPIXEL = 1 << 20;

    private UpscaleModels() {}

    /** Each once; they hold nothing outside the heap until they are asked. */
    public static List<EmbeddedModel> all() {
        return List.of(enhanceX2(), enhanceX4(), enhanceAnimeX4(), faithfulX2(), faithfulX4());
    }

    static UpscaleModel enhanceX2() {
        Upscaler network = new NetworkUpscaler(new Network("realesrgan-x4v3-halved"), 2, 26);
        return new UpscaleModel(
                new Offer("enhance-x2", "Enhance ×2: Real-ESRGAN", "1"),
                8 * MEGAPIXEL,
                Method.ofNetwork("realesrgan-x4v3", coloursMended(network), 256));
    }

    static UpscaleModel enhanceX4() {
        Upscaler network = new NetworkUpscaler(new Network("realesrgan-x4v3"), 4, 26);
        return new UpscaleModel(
                new Offer("enhance-x4", "Enhance ×4: Real-ESRGAN", "1"),
                4 * MEGAPIXEL,
                Method.ofNetwork("realesrgan-x4v3", coloursMended(network), 256));
    }

    /** Its price is its time; so {@code auto} never takes it for a photograph. */
    static UpscaleModel enhanceAnimeX4() {
        Upscaler network = new TwoStage("realesrgan-x4plus-anime", 4, 40);
        return new UpscaleModel(
                new Offer("enhance-anime-x4", "Enhance drawings ×4: Real-ESRGAN anime", "2"),
                MEGAPIXEL,
                Method.ofNetwork("realesrgan-x4plus-anime", coloursMended(network), 256));
    }

    static UpscaleModel faithfulX2() {
        return new UpscaleModel(new Offer("faithful-x2", "Faithful ×2", "1"), 8 * MEGAPIXEL, esrgan(2), lanczos(2));
    }

    static UpscaleModel faithfulX4() {
        return new UpscaleModel(new Offer("faithful-x4", "Faithful ×4", "1"), 4 * MEGAPIXEL, lanczos(4), esrgan(4));
    }

    private static Method lanczos(int scale) {
        return Method.ofFilter("lanczos", new Corrected(Filter.lanczos(scale), 2, 0), 256);
    }

    private static Method esrgan(int scale) {
        Upscaler network = new NetworkUpscaler(new Network("esrgan-medium-x" + scale), scale, 10);
        return Method.ofNetwork("esrgan", new Corrected(network, 2, 0), 256);
    }

    private static Upscaler coloursMended(Upscaler network) {
        return new Corrected(network, 1, 3);
    }
}
