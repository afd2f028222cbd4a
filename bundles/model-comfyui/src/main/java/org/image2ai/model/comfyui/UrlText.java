package org.image2ai.model.comfyui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as a part of an address, in a path or a query. */
final class UrlText {
    private UrlText() {}

    static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
