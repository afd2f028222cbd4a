package org.image2ai.identity.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A browser that goes where it is sent and tells where it would go next. */
final class Browser {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    URI next(URI location) {
        try {
            HttpResponse<Void> answer =
                    CLIENT.send(HttpRequest.newBuilder(location).build(), HttpResponse.BodyHandlers.discarding());
            return URI.create(answer.headers().firstValue("Location").orElseThrow());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
