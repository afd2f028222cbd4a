package org.image2ai.identity.oidc;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as Declarative Services would hand them over. */
final class Configs {
    private Configs() {}

    /** The given keys, and the defaults of the others. */
    static OidcConfig of(Map<String, Object> keys) {
        return (OidcConfig) Proxy.newProxyInstance(
                OidcConfig.class.getClassLoader(),
                new Class<?>[] {OidcConfig.class, Annotation.class},
                (proxy, method, arguments) -> keys.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    static Map<String, Object> client(String issuer) {
        return Map.of(
                "id",
                "test",
                "label",
                "Test",
                "issuer",
                issuer,
                "clientId",
                OidcServer.CLIENT,
                "clientSecret",
                OidcServer.SECRET,
                "deadlineSeconds",
                5);
    }
}
