package org.image2ai.karaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.Assert;

/** A plain client of the REST API. */
final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI base;
    private final String key;

    Client(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    URI base() {
        return base;
    }

    String key() {
        return key;
    }

    Client with(String otherKey) {
        return new Client(base, otherKey);
    }

    /** The same server, with the credentials of a client of another. */
    Client with(Client other) {
        return new Client(base, other.key);
    }

    /** An answer of the server. */
    record Answer(int status, java.net.http.HttpHeaders headers, byte[] bytes) {
        JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        }

        Answer expect(int wanted) {
            Assert.assertEquals(text(), wanted, status);
            return this;
        }
    }

    boolean isReady() {
        try {
            return send("GET", "/health/ready", BodyPublishers.noBody(), Map.of())
                            .status()
                    == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    Answer post(String path, String json, String... headers) {
        Map<String, String> all = new java.util.HashMap<>(Map.of("Content-Type", "application/json"));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return send("POST", path, BodyPublishers.ofString(json), all);
    }

    /** Uploads a picture as a raw body and returns its id. */
    String upload(byte[] picture, String mediaType) {
        BodyPublisher body = BodyPublishers.ofByteArray(picture);
        return send("POST", "/api/v1/assets", body, Map.of("Content-Type", mediaType))
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    /** Waits for the end of a job. */
    JsonNode await(String job) {
        return Poll.until(
                "the end of " + job,
                Duration.ofMinutes(2),
                () -> get("/api/v1/jobs/" + job).expect(200).json(),
                j -> java.util.Set.of("SUCCEEDED", "FAILED", "CANCELLED")
                        .contains(j.get("state").asText()));
    }

    Answer send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .method(method, body);
        headers.forEach(request::header);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
