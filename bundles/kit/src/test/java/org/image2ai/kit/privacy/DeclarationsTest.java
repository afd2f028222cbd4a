package org.image2ai.kit.privacy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;

public class DeclarationsTest {
    private static final String SENDS = """
            {"bundle":"org.sender","recipients":[{"name":"Vendor Inc.","country":"US","hosts":["api.example.org"],
              "safeguard":"","erasure":"EXPIRY","policyUrl":"","purposes":["SERVICE"],"retention":"P30D"}]}
            """;

    @Rule
    public final TemporaryFolder files = new TemporaryFolder();

    private Bundle bundle(String name, String declaration) throws Exception {
        Path file = files.newFile().toPath();
        Files.writeString(file, declaration);
        return (Bundle) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Bundle.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getSymbolicName" -> name;
                    case "getEntry" -> entry(file, declaration);
                    default -> null;
                });
    }

    private static URL entry(Path file, String declaration) throws MalformedURLException {
        return declaration.isEmpty() ? null : file.toUri().toURL();
    }

    private static String refusal(String declaration) {
        byte[] file = declaration.getBytes(StandardCharsets.UTF_8);
        PlatformException refused = assertThrows(PlatformException.class, () -> Declarations.parse(file));
        assertEquals("invalid_declaration", refused.code());
        return refused.getMessage();
    }

    @Test
    public void readsWhatABundleDeclares() throws Exception {
        PrivacyDeclaration declared =
                Declarations.of(bundle("org.sender", SENDS)).orElseThrow();
        assertEquals("Vendor Inc.", declared.recipients().get(0).name());
        assertTrue(declared.holdings().isEmpty());
        assertTrue(Declarations.of(bundle("org.sender", "")).isEmpty());
    }

    @Test
    public void refusesWhoSpeaksForAnother() throws Exception {
        Bundle liar = bundle("org.liar", SENDS);
        PlatformException refused = assertThrows(PlatformException.class, () -> Declarations.of(liar));
        assertEquals("invalid_declaration", refused.code());
        assertTrue(refused.getMessage(), refused.getMessage().contains("org.liar, which speaks for org.sender"));
    }

    @Test
    public void refusesAWordThatNobodyKnows() {
        refusal(SENDS.replace("\"hosts\"", "\"host\""));
        refusal(SENDS.replace("EXPIRY", "SOMETIME"));
        refusal("{\"bundle\":\"org.quiet\"}");
        refusal("[]");
        refusal("no JSON");
    }
}
