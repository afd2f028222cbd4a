package org.image2ai.model.embedded.editor;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderSession;
import org.image2ai.model.embedded.editor.filter.Pixels;
import org.image2ai.model.embedded.editor.filter.SoftMask;
import org.image2ai.model.embedded.editor.step.Step;
import org.image2ai.model.embedded.editor.step.Studio;
import org.image2ai.model.embedded.inpaint.Hole;

/** Does one step after the other and tells how far it is; a mask confines those that change pixels in their places. */
final class Work {
    private final List<Step> steps;
    private final RenderSession session;
    private int current;

    Work(List<Step> steps, RenderSession session) {
        this.steps = steps;
        this.session = session;
    }

    BufferedImage done(BufferedImage picture, Studio studio) {
        BufferedImage result = picture;
        for (current = 0; current < steps.size(); current++) {
            reached(0);
            result = done(steps.get(current), result, studio);
        }
        return result;
    }

    private static BufferedImage done(Step step, BufferedImage picture, Studio studio) {
        Optional<Hole> hole = studio.hole().filter(h -> step.scope() == Step.Scope.PIXELS);
        if (hole.isEmpty()) {
            return step.apply(picture, studio);
        }
        BufferedImage changed = step.apply(Pixels.copy(picture), studio);
        SoftMask.of(hole.get().cells(), picture.getWidth()).blend(changed, picture);
        return picture;
    }

    /** @param fraction of the present step */
    void reached(double fraction) {
        if (session.cancelled() || Thread.currentThread().isInterrupted()) {
            throw PlatformException.conflict("cancelled", "The edit was cancelled before its end.");
        }
        String name = current < steps.size()
                ? String.valueOf(steps.get(current).describe().get("step"))
                : "done";
        session.progress((current + fraction) / Math.max(1, steps.size()), name);
    }
}
