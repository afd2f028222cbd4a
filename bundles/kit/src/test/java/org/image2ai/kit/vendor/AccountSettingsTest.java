package org.image2ai.kit.vendor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.Money;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.SizeLimits;
import org.junit.Test;

public class AccountSettingsTest {
    private static final VendorProfile ACME = VendorProfile.cloud("acme", "Acme", "https://api.acme.test/v1", 120);
    private static final VendorProfile OWN = VendorProfile.server("own", "Own server", 60);

    private static AccountSettings acme(String... pairs) {
        Map<String, Object> all = new HashMap<>(Map.of("apiKey", "sk-secret", "service.pid", "acme~main"));
        for (int i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return AccountSettings.of(all, ACME);
    }

    @Test
    public void takesTheVendorsDefaults() {
        AccountSettings settings = acme();
        assertEquals("acme", settings.account().id());
        assertEquals("acme~main", settings.pid());
        assertEquals("https://api.acme.test/v1", settings.baseUrl().toString());
        assertEquals(Duration.ofSeconds(120), settings.timeout());
        assertEquals(Optional.empty(), settings.account().maxConcurrent());
        assertFalse(settings.account().local());
    }

    @Test
    public void takesWhatTheOperatorSays() {
        AccountSettings settings = acme(
                "id",
                "acme-eu",
                "baseUrl",
                "https://eu.acme.test/v1/",
                "timeoutSeconds",
                "30",
                "maxConcurrent",
                "4",
                "dailyBudget",
                "12.50",
                "priority",
                "-2",
                "local",
                "true",
                "own",
                " a, b ,");
        assertEquals("https://eu.acme.test/v1", settings.baseUrl().toString());
        assertEquals(Optional.of(4), settings.account().maxConcurrent());
        assertEquals(Optional.of(new BigDecimal("12.50")), settings.account().dailyBudget());
        assertEquals(-2, settings.account().priority());
        assertFalse(
                "a vendor on the internet is never local", settings.account().local());
        assertEquals(List.of("a", "b"), settings.list("own"));
        assertTrue(AccountSettings.of(Map.of("baseUrl", "https://own.test", "local", true), OWN)
                .account()
                .local());
    }

    @Test
    public void namesTheKeyThatIsWrongAndItsValue() {
        assertWrong("timeoutSeconds", "soon");
        assertWrong("timeoutSeconds", "0");
        assertWrong("maxConcurrent", "0");
        assertWrong("dailyBudget", "-1");
        assertWrong("priority", "high");
        assertWrong("id", "Acme Inc");
        assertWrong("egress.allowPrivate", "yes");
        assertWrong("baseUrl", "http://api.acme.test");
        assertWrong("baseUrl", "ftp://api.acme.test");
        assertWrong("models", "a=cheap");
        assertEquals(
                "http://10.0.0.7:8080",
                acme("baseUrl", "http://10.0.0.7:8080/", "egress.allowPrivate", "true")
                        .baseUrl()
                        .toString());
    }

    private static void assertWrong(String key, String value) {
        PlatformException e = assertThrows(value, PlatformException.class, () -> acme(key, value));
        assertEquals("invalid_setting", e.code());
        assertEquals(Optional.of(key), e.field());
        String told = value.contains("=") ? key : "not " + value;
        assertTrue(
                e.getMessage(),
                e.getMessage().startsWith("acme~main: " + key) && e.getMessage().contains(told));
    }

    @Test
    public void neverSaysASecret() {
        assertFalse(acme().toString().contains("secret"));
        for (String[] pair : new String[][] {
            {"apiKey", "sk secret"},
            {"apiKey", "sk-secret\nX: y"},
            {"baseUrl", "https://me:secret@acme.test"},
            {"baseUrl", "https://acme.test/?key=secret"}
        }) {
            PlatformException e = assertThrows(PlatformException.class, () -> acme(pair));
            assertFalse(e.getMessage(), e.getMessage().contains("secret"));
        }
        PlatformException missing = assertThrows(PlatformException.class, () -> acme("apiKey", " "));
        assertEquals(Optional.of("apiKey"), missing.field());
        assertTrue(AccountSettings.of(Map.of("baseUrl", "https://own.test"), OWN)
                .apiKey()
                .isEmpty());
    }

    @Test
    public void offersWhatIsNamedAtTheOperatorsPrice() {
        List<ImageModel> known = List.of(model("big"), model("small"));
        assertEquals(known, acme().offered(known));
        List<ImageModel> offered = acme("models", "small = 2.5, big").offered(known);
        assertEquals(
                List.of("small", "big"), offered.stream().map(ImageModel::name).toList());
        Price price = offered.get(0).prices().get(0);
        assertEquals(new BigDecimal("2.5"), price.credits());
        assertEquals(Price.Unit.IMAGE, price.unit());
        assertEquals(0, price.cost().amount().compareTo(new BigDecimal("0.04")));
        assertEquals(known.get(0), offered.get(1));
        assertThrows(PlatformException.class, () -> acme("models", "medium").offered(known));
    }

    private static ImageModel model(String name) {
        return new ImageModel(
                name,
                name,
                Set.of(Operation.GENERATE),
                InputLimits.promptOnly(100),
                SizeLimits.range(8, 64, 8, new SizeLimits.Size(64, 64)),
                List.of(),
                1,
                List.of(new Price(
                        Operation.GENERATE,
                        Price.Unit.TOKEN,
                        BigDecimal.ONE,
                        Money.of("0.00001", "USD"),
                        Map.of(),
                        new BigDecimal(4_000))),
                "unknown");
    }
}
