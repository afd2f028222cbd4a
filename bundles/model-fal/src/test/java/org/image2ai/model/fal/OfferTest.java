package org.image2ai.model.fal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.SizeLimits.Size;
import org.image2ai.kit.vendor.AccountSettings;
import org.junit.Test;

/** What an operator's list of models means. */
public class OfferTest {
    private static Offer offer(String models, String creditsPerDollar) {
        return Offer.of(AccountSettings.of(
                Map.of("apiKey", "key", "models", models, "creditsPerDollar", creditsPerDollar), FalProvider.PROFILE));
    }

    private static Map<Map<String, String>, Price> prices(ImageModel model) {
        Map<Map<String, String>, Price> prices = new HashMap<>();
        model.prices().forEach(price -> prices.put(price.where(), price));
        return prices;
    }

    private static void assertAmount(String wanted, BigDecimal got) {
        assertEquals(wanted + ", not " + got, 0, new BigDecimal(wanted).compareTo(got));
    }

    @Test
    public void offersAllWhereNothingIsNamed() {
        Offer offer = offer("", "100");
        assertEquals(Endpoints.KNOWN.size(), offer.models().size());
        assertTrue(offer.models().stream().allMatch(model -> model.region().equals("unknown")));
    }

    @Test
    public void aPictureOfTwoMegapixelsCostsTwice() {
        Map<Map<String, String>, Price> prices =
                prices(offer("flux-dev", "200").models().get(0));
        assertAmount("0.025", prices.get(Map.of()).cost().amount());
        assertAmount("5", prices.get(Map.of()).credits());
        assertAmount("0.05", prices.get(Map.of("size", "1440x1088")).cost().amount());
        assertAmount("10", prices.get(Map.of("size", "1440x1088")).credits());
        assertFalse(prices.containsKey(Map.of("size", "1344x768")));
    }

    @Test
    public void aLargerScaleCostsMoreForEachPixelOfTheInput() {
        ImageModel upscaler = offer("seedvr-upscale-image", "100").models().get(0);
        Map<Map<String, String>, Price> prices = prices(upscaler);
        assertAmount("0.4", prices.get(Map.of()).credits());
        assertAmount("1.6", prices.get(Map.of("scale", "4")).credits());
        assertEquals(Map.of(), upscaler.prices().get(2).where());
        assertAmount(
                "5",
                prices(offer("flux-pro-v1-fill", "100").models().get(0))
                        .get(Map.of())
                        .credits());
    }

    @Test
    public void theOperatorsPriceIsOfAPictureAndFalsStays() {
        ImageModel model = offer("fal-ai/flux-pro/kontext=9", "100").models().get(0);
        assertEquals("flux-pro-kontext", model.name());
        assertEquals(1, model.prices().size());
        assertAmount("9", model.prices().get(0).credits());
        assertAmount("0.04", model.prices().get(0).cost().amount());
        prices(offer("flux-dev=9", "100").models().get(0))
                .values()
                .forEach(price -> assertAmount("9", price.credits()));
    }

    @Test
    public void anotherEndpointIsWhatIsSaidOfIt() {
        Offer offer = offer("fal-ai/qwen-image=4, inpaint:owner/app/v2=6, upscale:owner/up=0", "100");
        ImageModel generator = offer.models().get(0);
        assertEquals("qwen-image", generator.name());
        assertTrue(generator.size().allows(new Size(1024, 1024)));
        assertAmount("0.04", generator.prices().get(0).cost().amount());
        assertTrue(offer.models().get(1).operations().contains(Operation.INPAINT));
        assertEquals("owner/app", offer.endpoint("owner-app-v2").app());
        assertAmount("0", offer.models().get(2).prices().get(0).cost().amount());
        assertEquals(
                0,
                offer("owner/app=4", "0")
                        .models()
                        .get(0)
                        .prices()
                        .get(0)
                        .cost()
                        .amount()
                        .signum());
    }

    @Test
    public void namesWhatIsWrong() {
        for (String wrong : List.of(
                "flux-devs",
                "owner/app",
                "owner/../app=4",
                "outpaint:owner/app=4",
                "paint:owner/app=4",
                "owner/app=4, owner/App=5",
                "flux-dev, fal-ai/flux/dev",
                "https://queue.fal.run/owner/app=4",
                "owner/" + "a".repeat(80) + "=4")) {
            PlatformException e = assertThrows(wrong, PlatformException.class, () -> offer(wrong, "100"));
            assertEquals(wrong, "invalid_setting", e.code());
            assertEquals(Optional.of("models"), e.field());
        }
    }
}
