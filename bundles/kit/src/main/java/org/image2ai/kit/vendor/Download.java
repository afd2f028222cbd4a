package org.image2ai.kit.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderSession;

/** Fetches pictures that a vendor made and keeps at an address of its own for a while. */
public final class Download {
    private static final long MOST_BYTES = 200L << 20;

    private final VendorClient client;
    private final RenderRequest request;
    private final RenderSession session;

    /**
     * @param client the account; its key goes along only to its own origin
     * @param request the rendering, for its deadline
     * @param session where the pictures go
     */
    public Download(VendorClient client, RenderRequest request, RenderSession session) {
        this.client = client;
        this.request = request;
        this.session = session;
    }

    /**
     * Fetches one picture.
     *
     * @param address absolute, or a path of the API
     * @param output the number of the output
     * @throws PlatformException as {@link VendorClient#send}; UPSTREAM {@code vendor_unavailable} when it is no picture
     *     or breaks off, and nothing is left of it then
     */
    public void to(String address, int output) {
        if (session.cancelled()) {
            throw VendorFailure.cancelled();
        }
        try (VendorAnswer answer =
                client.send(VendorRequest.get(address).within(request.context()).upTo(MOST_BYTES))) {
            copy(answer, output);
        }
    }

    /** Takes an answer whose whole body is one picture to an output. */
    public void copy(VendorAnswer answer, int output) {
        try (InputStream in = answer.body();
                SniffedPicture picture = new SniffedPicture(
                        output, (number, type) -> Optional.of(session.output(number, type)), answer::failure)) {
            in.transferTo(picture);
            if (picture.isEmpty()) {
                throw answer.failure("sent an empty picture");
            }
            picture.finish();
        } catch (IOException e) {
            throw answer.failure("broke off a picture").causedBy(e);
        }
    }
}
