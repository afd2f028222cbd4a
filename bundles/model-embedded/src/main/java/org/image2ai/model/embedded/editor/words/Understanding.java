package org.image2ai.model.embedded.editor.words;

import java.util.List;
import org.image2ai.model.embedded.editor.step.Step;

/**
 * What an instruction was understood to say.
 *
 * @param steps what is to be done, in its order
 * @param gaps what was not understood
 */
public record Understanding(List<Step> steps, List<Gap> gaps) {
    public Understanding {
        steps = List.copyOf(steps);
        gaps = List.copyOf(gaps);
    }
}
