package org.image2ai.security;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** The configuration with its defaults, but for some keys and hashes that cost little. */
final class TestConfig {
    private TestConfig() {}

    static SecurityConfig of(Map<String, Object> changed) {
        Map<String, Object> all =
                new HashMap<>(Map.of("argon2MemoryKib", 256, "argon2Iterations", 1, "argon2Concurrent", 1));
        all.putAll(changed);
        return (SecurityConfig) Proxy.newProxyInstance(
                TestConfig.class.getClassLoader(),
                new Class<?>[] {SecurityConfig.class},
                (proxy, method, args) -> all.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
