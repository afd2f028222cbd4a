package org.image2ai.plugins;

import static org.junit.Assert.assertEquals;

import java.util.Hashtable;
import java.util.Map;
import org.junit.Test;

public class MasksTest {
    @Test
    public void showsSettingsAndHidesSecrets() {
        Hashtable<String, Object> raw = new Hashtable<>();
        raw.put("apiKey", "sk-1");
        raw.put("webhookSecret", "s");
        raw.put("user.Password", "p");
        raw.put("accessToken", "");
        raw.put("region", "$[env:REGION]");
        raw.put("account", "x$[secret:account]");
        raw.put("proxy", "http://ada:love@proxy:3128");
        raw.put("baseUrl", "https://api.example.org/v1");
        raw.put("models", new String[] {"a", "b"});
        raw.put("timeoutSeconds", 30);
        raw.put("service.pid", "org.example");
        raw.put("felix.fileinstall.filename", "file:/etc/x.cfg");
        assertEquals(
                Map.of(
                        "apiKey", Masks.MASK,
                        "webhookSecret", Masks.MASK,
                        "user.Password", Masks.MASK,
                        "accessToken", "",
                        "region", Masks.MASK,
                        "account", Masks.MASK,
                        "proxy", Masks.MASK,
                        "baseUrl", "https://api.example.org/v1",
                        "models", "a, b",
                        "timeoutSeconds", "30"),
                Masks.of(raw));
    }
}
