package org.image2ai.egress;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.image2ai.api.egress.Egress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer whose body is still on its way. */
final class HttpAnswer implements Egress.Answer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpAnswer.class);

    private final ClassicHttpResponse response;
    private final Map<String, List<String>> headers;
    private final InputStream body;
    private final Deadline deadline;

    HttpAnswer(ClassicHttpResponse response, long limit, Deadline deadline) throws IOException {
        this.response = response;
        this.deadline = deadline;
        this.headers = headers(response);
        this.body = response.getEntity() == null
                ? InputStream.nullInputStream()
                : new LimitedBody(response.getEntity().getContent(), limit, deadline);
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        headers.replaceAll((name, all) -> List.copyOf(all));
        return Map.copyOf(headers);
    }

    @Override
    public int status() {
        return response.getCode();
    }

    @Override
    public Map<String, List<String>> headers() {
        return headers;
    }

    @Override
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public void close() {
        deadline.close();
        quietly(response);
    }

    /** Lets an answer go that nobody reads, while its request goes on. */
    void drop() {
        quietly(response);
    }

    /** What an answer still had to say, and whether it could be told to stop, interests nobody any more. */
    static void quietly(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            LOG.debug("An answer could not be closed in good order.", e);
        }
    }
}
