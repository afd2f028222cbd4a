package org.image2ai.api.egress;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one way out to other hosts over HTTP(S), handed out per calling bundle. It reaches allowed hosts only, and never
 * an address that is loopback, private, link-local, multicast or otherwise special, whether given as such, answered by
 * DNS (also the second time) or named by a redirect. Every exchange has a deadline and a size limit.
 */
@ProviderType
public interface Egress {
    /**
     * Sends a request and waits for the head of the answer; any status is an answer. May block until the deadline.
     *
     * @return the answer, to be closed by the caller, who streams its body
     * @throws org.image2ai.api.PlatformException DENIED {@code host_not_allowed}; INVALID {@code invalid_url},
     *     {@code invalid_method} or {@code invalid_header}; UPSTREAM {@code host_unreachable} or
     *     {@code deadline_exceeded}, both retryable, or {@code too_many_redirects}
     */
    Answer send(EgressRequest request);

    /**
     * Looks whether a request to an address could go out now: its form, its host and what its name resolves to.
     *
     * @throws org.image2ai.api.PlatformException DENIED {@code host_not_allowed}; INVALID {@code invalid_url}; UPSTREAM
     *     {@code host_unreachable} when its name stands for nothing
     */
    void check(URI uri);

    /**
     * The way out of one account at a vendor. It reaches the hosts that the calling bundle declares as recipients
     * ({@code META-INF/privacy/declaration.json}) and the host of the account's {@code baseUrl}, the latter also at an
     * inner address where the operator wrote {@code egress.allowPrivate = true}.
     *
     * @param pid the PID of the account's configuration, which is read here and not taken from the caller
     * @throws org.image2ai.api.PlatformException DENIED {@code not_admitted} when there is no such configuration, or
     *     it is not one of the calling bundle
     */
    Egress account(String pid);

    /** What came back. */
    @ProviderType
    interface Answer extends AutoCloseable {
        /** The HTTP status. */
        int status();

        /** All headers, names in lower case. */
        Map<String, List<String>> headers();

        /** The first value of a header, without regard to case. */
        Optional<String> header(String name);

        /**
         * The body, to be read once. Reading beyond the limit of the request or after its deadline fails with a
         * {@link org.image2ai.api.PlatformException}: UPSTREAM {@code response_too_large}, {@code deadline_exceeded}.
         */
        InputStream body();

        /** Gives the connection back. */
        @Override
        void close();
    }
}
