package org.image2ai.api;

import static org.image2ai.api.model.DigitalSourceType.ALGORITHMICALLY_ENHANCED;
import static org.image2ai.api.model.DigitalSourceType.ALGORITHMIC_MEDIA;
import static org.image2ai.api.model.DigitalSourceType.COMPOSITE;
import static org.image2ai.api.model.DigitalSourceType.COMPOSITE_SYNTHETIC;
import static org.image2ai.api.model.DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA;
import static org.image2ai.api.model.DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA;
import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.SizeLimits;
import org.junit.Test;

public class DigitalSourceTypeTest {
    private static final DigitalSourceType PHOTOGRAPH = null;

    private static DigitalSourceType over(DigitalSourceType method, DigitalSourceType... inputs) {
        return method.over(Arrays.stream(inputs).map(Optional::ofNullable).toList());
    }

    @Test
    public void aMethodOnPhotographsIsWhatItSays() {
        for (DigitalSourceType method : DigitalSourceType.values()) {
            assertEquals(method, method.over(List.of()));
        }
        assertEquals(ALGORITHMICALLY_ENHANCED, over(ALGORITHMICALLY_ENHANCED, PHOTOGRAPH));
        assertEquals(COMPOSITE, over(COMPOSITE, PHOTOGRAPH));
        assertEquals(
                COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA, over(COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA, PHOTOGRAPH));
    }

    @Test
    public void whatAModelMadeStaysSo() {
        for (DigitalSourceType method : DigitalSourceType.values()) {
            assertEquals(TRAINED_ALGORITHMIC_MEDIA, over(method, TRAINED_ALGORITHMIC_MEDIA));
        }
        assertEquals(ALGORITHMIC_MEDIA, over(ALGORITHMICALLY_ENHANCED, ALGORITHMIC_MEDIA));
        assertEquals(ALGORITHMIC_MEDIA, over(COMPOSITE, ALGORITHMIC_MEDIA));
        assertEquals(
                COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA,
                over(ALGORITHMICALLY_ENHANCED, COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA));
        assertEquals(COMPOSITE, over(ALGORITHMICALLY_ENHANCED, COMPOSITE));
        assertEquals(COMPOSITE, over(COMPOSITE, ALGORITHMICALLY_ENHANCED));
    }

    @Test
    public void severalPicturesSayWhetherAModelMadeOneOfThem() {
        assertEquals(COMPOSITE, over(COMPOSITE, PHOTOGRAPH, ALGORITHMIC_MEDIA));
        assertEquals(COMPOSITE_SYNTHETIC, over(COMPOSITE, PHOTOGRAPH, TRAINED_ALGORITHMIC_MEDIA));
        assertEquals(COMPOSITE_SYNTHETIC, over(ALGORITHMICALLY_ENHANCED, PHOTOGRAPH, TRAINED_ALGORITHMIC_MEDIA));
        assertEquals(
                COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA,
                over(COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA, PHOTOGRAPH, TRAINED_ALGORITHMIC_MEDIA));
        assertEquals(
                TRAINED_ALGORITHMIC_MEDIA,
                over(COMPOSITE_SYNTHETIC, TRAINED_ALGORITHMIC_MEDIA, TRAINED_ALGORITHMIC_MEDIA));
    }

    @Test
    public void noMethodTurnsAModelsPictureIntoAnythingElse() {
        for (DigitalSourceType method : DigitalSourceType.values()) {
            for (DigitalSourceType first : DigitalSourceType.values()) {
                for (DigitalSourceType second : DigitalSourceType.values()) {
                    boolean generative = method.isGenerative() || first.isGenerative() || second.isGenerative();
                    DigitalSourceType made = over(method, first, second);
                    assertEquals(method + " " + first + " " + second, generative, made.isGenerative());
                }
            }
        }
    }

    @Test
    public void isReadByItsTermAndItsAddress() {
        assertEquals(Optional.of(COMPOSITE), DigitalSourceType.ofUri("composite"));
        assertEquals(Optional.of(COMPOSITE), DigitalSourceType.ofUri(" " + COMPOSITE.uri() + "\n"));
        assertEquals(Optional.empty(), DigitalSourceType.ofUri("digitalCapture"));
        assertEquals(Optional.empty(), DigitalSourceType.ofUri(""));
    }

    @Test
    public void aModelMakesWhatItsOperationUsuallyMakesUnlessItSaysOtherwise() {
        ImageModel model = new ImageModel(
                "m",
                "M",
                Set.of(Operation.GENERATE, Operation.UPSCALE),
                InputLimits.promptOnly(10),
                SizeLimits.ofInput(),
                List.of(),
                1,
                List.of(),
                "local");
        assertEquals(TRAINED_ALGORITHMIC_MEDIA, model.source(Operation.GENERATE));
        ImageModel other = model.making(Operation.UPSCALE, ALGORITHMICALLY_ENHANCED);
        assertEquals(COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA, model.source(Operation.UPSCALE));
        assertEquals(ALGORITHMICALLY_ENHANCED, other.source(Operation.UPSCALE));
        assertEquals(TRAINED_ALGORITHMIC_MEDIA, other.source(Operation.GENERATE));
    }
}
