package org.image2ai.model.embedded;

import java.util.List;
import org.image2ai.model.embedded.editor.EditorModel;
import org.image2ai.model.embedded.enhance.EnhanceModel;
import org.image2ai.model.embedded.illustrator.IllustratorModel;
import org.image2ai.model.embedded.inpaint.InpaintModel;

/** The one list of the models of this bundle. */
final class EmbeddedModels {
    private EmbeddedModels() {}

    static List<EmbeddedModel> all() {
        return List.of(new IllustratorModel(), new EditorModel(), new InpaintModel(), new EnhanceModel());
    }
}
