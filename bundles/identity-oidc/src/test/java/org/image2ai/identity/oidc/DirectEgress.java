package org.image2ai.identity.oidc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;

/** A way out without a guard, for servers of a test on this machine; deadline and size hold as in the real one. */
final class DirectEgress implements Egress {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Override
    public void check(URI uri) {
        if (!uri.isAbsolute()) {
            throw PlatformException.invalid("invalid_url", "not absolute");
        }
    }

    @Override
    public Answer send(EgressRequest request) {
        HttpRequest.BodyPublisher body = request.body()
                .map(b -> HttpRequest.BodyPublishers.ofInputStream(b.content()))
                .orElse(HttpRequest.BodyPublishers.noBody());
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).method(request.method(), body);
        request.headers().forEach(builder::header);
        request.body().ifPresent(b -> builder.header("Content-Type", b.mediaType()));
        // The whole exchange, body included, is awaited: so the deadline covers it all.
        CompletableFuture<HttpResponse<byte[]>> exchange =
                CLIENT.sendAsync(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            return new Whole(
                    exchange.get(request.limits().deadline().toMillis(), TimeUnit.MILLISECONDS),
                    request.limits().answerBytes());
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw PlatformException.upstream("deadline_exceeded", "too slow", true);
        } catch (ExecutionException | InterruptedException e) {
            throw PlatformException.upstream("host_unreachable", "no answer", true)
                    .causedBy(e);
        }
    }

    private record Whole(HttpResponse<byte[]> response, long limit) implements Answer {
        @Override
        public int status() {
            return response.statusCode();
        }

        @Override
        public Map<String, List<String>> headers() {
            return response.headers().map();
        }

        @Override
        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        @Override
        public InputStream body() {
            if (response.body().length > limit) {
                return new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw PlatformException.upstream("response_too_large", "too large", false);
                    }
                };
            }
            return new ByteArrayInputStream(response.body());
        }

        @Override
        public void close() {}
    }

    @Override
    public Egress account(String pid) {
        throw PlatformException.denied("not_admitted", "There are no accounts here.");
    }
}
