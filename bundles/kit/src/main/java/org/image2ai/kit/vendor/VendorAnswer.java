package org.image2ai.kit.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;

/** A vendor's answer whose body is still on its way. What goes wrong with it is the vendor's failure, by its name. */
public final class VendorAnswer implements AutoCloseable {
    private static final List<String> REQUEST_IDS =
            List.of("x-request-id", "x-fal-request-id", "request-id", "x-requestid", "x-goog-request-id");
    private static final int REFUSAL_BYTES = 64 << 10;

    private final String vendor;
    private final Egress.Answer answer;

    VendorAnswer(String vendor, Egress.Answer answer) {
        this.vendor = vendor;
        this.answer = answer;
    }

    /** Who answers. */
    public String vendor() {
        return vendor;
    }

    /** The HTTP status. */
    public int status() {
        return answer.status();
    }

    /** The first value of a header, without regard to case. */
    public Optional<String> header(String name) {
        return answer.header(name);
    }

    /** The vendor's own id of the call, from the header that it uses. */
    public Optional<String> requestId() {
        return REQUEST_IDS.stream()
                .flatMap(name -> answer.header(name).stream())
                .filter(id -> id.matches("[A-Za-z0-9_.:/+=-]{1,128}"))
                .findFirst();
    }

    /** The body, to be read once. */
    public InputStream body() {
        return new VendorBody(answer.body(), this);
    }

    /**
     * The whole body as JSON with no picture in it.
     *
     * @throws PlatformException UPSTREAM {@code vendor_unavailable} when it is not JSON, or breaks off
     */
    public JsonNode json() {
        return pictures(Set.of(), (number, mediaType) -> {
            throw new IllegalStateException("no field is a picture");
        });
    }

    /**
     * The whole body as JSON, of which pictures go to where they belong while they come in. In what is given back the
     * number of a picture stands in its place.
     *
     * @param fields the names of those fields whose texts are pictures in base64
     * @param sink where they go, numbered from 0 in the order of the answer
     * @throws PlatformException UPSTREAM {@code vendor_unavailable} when it is not JSON, not pictures, or breaks off
     */
    public JsonNode pictures(Set<String> fields, PictureSink sink) {
        return pictures(body(), fields, sink);
    }

    /** The same of a part of the body: the data of an event. */
    public JsonNode pictures(InputStream part, Set<String> fields, PictureSink sink) {
        return new PictureJson(fields, sink, this::failure).read(part);
    }

    /** Gives the events of the body to a handler, as {@link ServerSentEvents#read}. */
    public boolean events(ServerSentEvents.Handler handler) {
        return new ServerSentEvents(body()).read(handler);
    }

    /** The vendor's failure during this answer: {@code broke off its answer}. */
    public PlatformException failure(String what) {
        return VendorFailure.unavailable(vendor, what, requestId());
    }

    /** This answer as a refusal: it says success and means no. */
    public Refusal refusal(JsonNode body) {
        return new Refusal(vendor, status(), answer::header, body, requestId());
    }

    /** This answer as the refusal that it is. */
    Refusal refusal() {
        JsonNode body;
        try {
            byte[] start = answer.body().readNBytes(REFUSAL_BYTES);
            body = new PictureJson(Set.of(), (number, mediaType) -> Optional.empty(), this::failure)
                    .read(new ByteArrayInputStream(start));
        } catch (PlatformException | IOException e) {
            // A proxy's page of HTML, or half an answer: the status has to do.
            body = MissingNode.getInstance();
        }
        return refusal(body);
    }

    /** Gives the connection back. */
    @Override
    public void close() {
        answer.close();
    }
}
