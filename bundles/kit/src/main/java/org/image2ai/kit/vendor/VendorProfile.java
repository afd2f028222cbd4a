package org.image2ai.kit.vendor;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a vendor before an operator wrote anything down.
 *
 * @param id the usual first part of its model names: {@code openai}
 * @param name for people and the processors' register: {@code OpenAI}
 * @param baseUrl where its API is; empty where every operator has another
 * @param timeoutSeconds how long one rendering may usually take
 * @param keyRequired whether nothing goes without an API key
 * @param selfHosted whether the operator may say that it runs on his own machine ({@code local = true})
 */
public record VendorProfile(
        String id, String name, Optional<String> baseUrl, int timeoutSeconds, boolean keyRequired, boolean selfHosted) {
    public VendorProfile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(baseUrl, "baseUrl");
    }

    /** A vendor on the internet, who wants a key. */
    public static VendorProfile cloud(String id, String name, String baseUrl, int timeoutSeconds) {
        return new VendorProfile(id, name, Optional.of(baseUrl), timeoutSeconds, true, false);
    }

    /** A server of the operator's own choice, with or without a key. */
    public static VendorProfile server(String id, String name, int timeoutSeconds) {
        return new VendorProfile(id, name, Optional.empty(), timeoutSeconds, false, true);
    }
}
