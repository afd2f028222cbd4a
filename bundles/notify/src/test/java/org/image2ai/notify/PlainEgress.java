package org.image2ai.notify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;

/** A way out for tests: to this machine only, over the JDK's client. */
final class PlainEgress implements Egress {
    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Answer send(EgressRequest request) {
        check(request.uri());
        HttpRequest.Builder message =
                HttpRequest.newBuilder(request.uri()).timeout(request.limits().deadline());
        request.headers().forEach(message::header);
        EgressRequest.Body body = request.body().orElseThrow();
        message.header("Content-Type", body.mediaType())
                .method(request.method(), HttpRequest.BodyPublishers.ofInputStream(body.content()));
        try {
            return new Got(client.send(message.build(), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw PlatformException.upstream("host_unreachable", "Nobody there.", true)
                    .causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Got(HttpResponse<InputStream> response) implements Answer {
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
            return response.body();
        }

        @Override
        public void close() {
            // The JDK's client gives the connection back by itself.
        }
    }

    @Override
    public void check(URI uri) {
        if (!"127.0.0.1".equals(uri.getHost())) {
            throw PlatformException.denied("host_not_allowed", "Only this machine.");
        }
    }

    @Override
    public Egress account(String pid) {
        throw PlatformException.denied("not_admitted", "There are no accounts here.");
    }
}
