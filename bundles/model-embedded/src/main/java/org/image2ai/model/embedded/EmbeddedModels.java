package org.image2ai.model.embedded;

import java.util.List;
import java.util.stream.Stream;
import org.image2ai.model.embedded.editor.EditorModel;
import org.image2ai.model.embedded.enhance.UpscaleModels;
import org.image2ai.model.embedded.illustrator.IllustratorModel;
import org.image2ai.model.embedded.inpaint.InpaintModel;

/** The one list of the models of this bundle. */
final class EmbeddedModels {
    private EmbeddedModels() {}

    static List<EmbeddedModel> all() {
        Stream<EmbeddedModel> others = Stream.of(new IllustratorModel(), new EditorModel(), new InpaintModel());
        return Stream.concat(others, UpscaleModels.all().stream()).toList();
    }
}
