package org.image2ai.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.AssetId;
import org.image2ai.api.JobId;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.Library.Making;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.library.Lineage;
import org.image2ai.api.library.Provenance;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.library.mark.Label;
import org.image2ai.library.mark.Label.Ingredient;

/** Says what the files of pictures are to say of them: names of jobs and assets, of which no one knows a person. */
final class Labels {
    private Labels() {}

    /** The label of a result. What it was made of is looked up, for a picture says no less than its ingredients. */
    static Label of(StagedOutput output, Making making, Assets assets) {
        List<Ingredient> ingredients = new ArrayList<>();
        List<Optional<DigitalSourceType>> kinds = new ArrayList<>();
        for (AssetId input : making.inputs()) {
            Optional<Lineage> lineage =
                    assets.find(input).flatMap(filed -> filed.asset().lineage());
            ingredients.add(ingredient(input, lineage));
            kinds.add(lineage.flatMap(Lineage::provenance).map(Provenance::source));
        }
        return new Label(making.source().over(kinds), making.model(), name(output.job(), output.output()), ingredients);
    }

    /** The label of a smaller picture of a result. */
    static Label ofThumbnail(Asset asset, Lineage lineage, Provenance provenance) {
        return new Label(
                provenance.source(),
                lineage.model(),
                name(lineage.job(), lineage.output()) + "/thumbnail",
                List.of(ingredient(asset.id(), asset.lineage())));
    }

    private static Ingredient ingredient(AssetId asset, Optional<Lineage> lineage) {
        String kept = "image2ai:" + asset;
        return new Ingredient(lineage.map(l -> name(l.job(), l.output())).orElse(kept), kept);
    }

    private static String name(JobId job, int output) {
        return "image2ai:" + job + "/" + output;
    }
}
