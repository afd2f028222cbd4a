package org.image2ai.model.embedded.editor;

import java.awt.image.BufferedImage;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.model.embedded.EmbeddedModel;
import org.image2ai.model.embedded.InputPicture;
import org.image2ai.model.embedded.Png;
import org.image2ai.model.embedded.editor.cutout.Cutout;
import org.image2ai.model.embedded.editor.cutout.People;
import org.image2ai.model.embedded.editor.filter.Pixels;
import org.image2ai.model.embedded.editor.step.Step;
import org.image2ai.model.embedded.editor.step.Studio;
import org.image2ai.model.embedded.illustrator.Illustrator;
import org.image2ai.model.embedded.inpaint.Hole;

/** {@code embedded/editor}: a picture and an instruction, or parameters, to the picture after it. */
public final class EditorModel implements EmbeddedModel {
    private static final long SEEDS = 1L << 53;
    private static final int LONGEST_PROMPT = 32_000;

    /** A step holds several copies of a picture; eight bytes a pixel each must go into a part of the heap. */
    private static final long MOST_PIXELS =
            Math.min(4096L * 3072, Runtime.getRuntime().maxMemory() / 64);

    private static final int UNIT = 1024;
    private static final int ROOM = (int) (MOST_PIXELS / UNIT);
    private static final Set<Operation> OPERATIONS =
            Set.of(Operation.EDIT, Operation.INPAINT, Operation.OUTPAINT, Operation.REMOVE_BACKGROUND);
    private static final ImageModel MODEL = new ImageModel(
                    "editor",
                    "Editor: follows instructions on a picture",
                    OPERATIONS,
                    new InputLimits(1, 1, InputLimits.Mask.OPTIONAL, MOST_PIXELS, false, LONGEST_PROMPT),
                    SizeLimits.ofInput(),
                    EditorParameters.SPECS,
                    1,
                    OPERATIONS.stream().map(o -> Price.creditsPerImage(o, "1")).toList(),
                    "local")
            .making(Operation.EDIT, DigitalSourceType.COMPOSITE)
            .making(Operation.INPAINT, DigitalSourceType.COMPOSITE)
            .making(Operation.OUTPAINT, DigitalSourceType.COMPOSITE)
            .making(Operation.REMOVE_BACKGROUND, DigitalSourceType.ALGORITHMICALLY_ENHANCED);

    /** Pictures at work together have no more pixels than the largest one may have alone; others wait their turn. */
    private final Semaphore room = new Semaphore(ROOM, true);

    private final Illustrator illustrator = new Illustrator();
    private final People people = new People();
    private final SecureRandom random = new SecureRandom();
    private Orders orders;

    @Override
    public ImageModel model() {
        return MODEL;
    }

    /** Words are enough to tell what cannot be followed. */
    @Override
    public void check(RenderRequest request) {
        orders().of(request);
    }

    private synchronized Orders orders() {
        if (orders == null) {
            orders = new Orders(illustrator);
        }
        return orders;
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        List<Step> steps = orders().of(request);
        Work work = new Work(steps, session);
        work.reached(0);
        RenderInput input = image(request);
        int needed = (int) Math.min(ROOM, 1 + (long) input.width() * input.height() / UNIT);
        takeRoom(needed);
        try {
            return edited(request, steps, work, session);
        } finally {
            room.release(needed);
        }
    }

    private static RenderInput image(RenderRequest request) {
        return request.inputs().stream()
                .filter(i -> i.role() == RenderInput.Role.IMAGE)
                .findFirst()
                .orElseThrow();
    }

    private void takeRoom(int needed) {
        try {
            room.acquire(needed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlatformException.conflict("cancelled", "The edit was cancelled before it began.")
                    .causedBy(e);
        }
    }

    private RenderResult edited(RenderRequest request, List<Step> steps, Work work, RenderSession session) {
        BufferedImage picture = Pixels.copy(InputPicture.decode(image(request)));
        Optional<Hole> hole = Orders.mask(request).map(InputPicture::decode).map(Hole::of);
        long seed = request.integer("seed").orElseGet(() -> random.nextLong(SEEDS));
        try {
            Studio studio = new Studio(illustrator, new Cutout(people), hole, seed, work::reached);
            picture = work.done(picture, studio);
        } catch (OutOfMemoryError e) {
            throw PlatformException.upstream("render_failed", "There is not enough memory for the edit.", true)
                    .causedBy(e);
        }
        Png.write(Pixels.finished(picture), session, 0);
        return result(steps, seed);
    }

    private static RenderResult result(List<Step> steps, long seed) {
        List<Map<String, Object>> done = new ArrayList<>();
        steps.forEach(step -> done.add(new LinkedHashMap<>(step.describe())));
        return RenderResult.of(
                List.of(new RenderResult.RenderedImage(0, Optional.of(seed))),
                Map.of("steps", done, "notUnderstood", List.of()));
    }

    @Override
    public void close() {
        people.close();
        illustrator.close();
    }
}
