package org.image2ai.models;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.tck.Calls;
import org.image2ai.tck.pictures.Pictures;
import org.junit.Test;

/** Masks for a model that takes pictures or none, with a mask or without. */
public class MaskTest {
    private static final ImageModel MODEL = new ImageModel(
            "m",
            "M",
            Set.of(Operation.GENERATE),
            new InputLimits(0, 2, InputLimits.Mask.OPTIONAL, 10_000, true, 100),
            SizeLimits.range(8, 64, 8, new SizeLimits.Size(64, 64)),
            List.of(),
            1,
            List.of(Price.creditsPerImage(Operation.GENERATE, "1")),
            "local");
    private static final CatalogueEntry ENTRY = new CatalogueEntry("p/m", "p", "P", true, MODEL);

    private static RenderInput input(RenderInput.Role role, int side) {
        BufferedImage picture = Pictures.solid(side, side, Color.WHITE);
        return Pictures.input(role, Pictures.png(picture));
    }

    private static String refusal(RenderInput... inputs) {
        RouteRequest request = new RouteRequest(
                Calls.of(Calls.ALICE),
                Operation.GENERATE,
                "p/m",
                Optional.of("words"),
                new ArrayList<>(List.of(inputs)),
                Map.of(),
                1,
                Optional.empty(),
                "key");
        return assertThrows(PlatformException.class, () -> Validator.fit(ENTRY, Wish.of(request)))
                .code();
    }

    @Test
    public void aMaskWithoutAnImageIsRefused() {
        assertEquals("missing_input", refusal(input(RenderInput.Role.MASK, 16)));
    }

    @Test
    public void aMaskOfAnotherSizeIsRefused() {
        assertEquals("mask_size", refusal(input(RenderInput.Role.IMAGE, 16), input(RenderInput.Role.MASK, 8)));
    }
}
