package org.image2ai.model.embedded.editor.step;

import java.util.Optional;
import org.image2ai.model.embedded.editor.cutout.Cutout;
import org.image2ai.model.embedded.illustrator.Illustrator;
import org.image2ai.model.embedded.inpaint.Fill;
import org.image2ai.model.embedded.inpaint.Hole;

/**
 * What steps work with.
 *
 * @param illustrator draws things, places and type
 * @param cutout finds the subject
 * @param hole what the mask marks
 * @param seed of whatever is left to chance
 * @param stage to be told how far a step is; it ends a step that is not wanted any more
 */
public record Studio(Illustrator illustrator, Cutout cutout, Optional<Hole> hole, long seed, Fill.Stage stage) {}
