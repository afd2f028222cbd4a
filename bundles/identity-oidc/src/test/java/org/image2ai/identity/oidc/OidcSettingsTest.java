package org.image2ai.identity.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.api.PlatformException;
import org.junit.Test;

/** What an operator may write, and that the README's example shows all of it. */
public class OidcSettingsTest {
    private static OidcSettings with(String key, Object content) {
        Map<String, Object> keys = new HashMap<>(Configs.client("https://id.example"));
        keys.put(key, content);
        return OidcSettings.of(Configs.of(keys));
    }

    private static void assertWrong(String key, Object content) {
        PlatformException e = assertThrows(PlatformException.class, () -> with(key, content));
        assertEquals("invalid_setting", e.code());
        assertEquals(Optional.of(key), e.field());
    }

    @Test
    public void namesTheKeyThatIsWrong() {
        assertWrong("id", "");
        assertWrong("id", "Google Inc");
        assertWrong("clientId", " ");
        assertWrong("scopes", "email");
        assertWrong("deadlineSeconds", 0);
        assertWrong("deadlineSeconds", 61);
        assertWrong("clockSkewSeconds", -1);
        assertWrong("extra", "prompt");
        assertWrong("extra", "prompt=login, state=mine");
        for (String issuer : new String[] {"", "id.example", "http://id.example", "https://id.example?a=b", "a b"}) {
            assertWrong("issuer", issuer);
        }
    }

    @Test
    public void theLabelIsTheIdWhenThereIsNone() {
        assertEquals("test", with("label", "").label());
    }

    @Test
    public void onlyAnIssuerOnThisMachineMayDoWithoutEncryption() {
        OidcSettings local = with("issuer", "http://127.0.0.1:8480/realms/a");
        assertTrue(local.trusts(URI.create("http://127.0.0.1:8480/token")));
        assertFalse(local.trusts(URI.create("http://id.example/token")));
        OidcSettings remote = with("issuer", "https://id.example");
        assertTrue(remote.trusts(URI.create("https://oauth.example/token")));
        assertFalse(remote.trusts(URI.create("http://127.0.0.1/token")));
    }

    @Test
    public void showsNoSecret() {
        assertFalse(with("id", "a").toString().contains(OidcServer.SECRET));
    }

    @Test
    public void theExampleInTheReadmeHasEveryKeyAndItsDefault() throws IOException {
        Properties example = example();
        Map<String, String> defaults = new TreeMap<>();
        for (Method key : OidcConfig.class.getDeclaredMethods()) {
            String usual = String.valueOf(key.getDefaultValue());
            defaults.put(key.getName(), usual.isEmpty() ? example.getProperty(key.getName()) : usual);
        }
        assertEquals(defaults, new TreeMap<Object, Object>(example));
        Map<String, Object> keys = new HashMap<>();
        example.forEach((key, text) -> keys.put((String) key, text));
        keys.replaceAll((key, text) -> key.endsWith("Seconds") ? Integer.valueOf((String) text) : text);
        assertEquals("google", OidcSettings.of(Configs.of(keys)).id());
    }

    private static Properties example() throws IOException {
        Matcher block = Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertTrue(block.find());
        Properties example = new Properties();
        example.load(new StringReader(block.group(1)));
        return example;
    }
}
