package org.image2ai.rest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.MultivaluedMap;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Exchange;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;

/** So many requests a minute of one account, in this process: a token bucket each, in the headers that OpenAI uses. */
final class RateLimit implements ContainerRequestFilter, ContainerResponseFilter {
    private static final int MOST_ACCOUNTS = 10_000;
    private static final double NANOS_PER_MINUTE = 60e9;
    private static final String STANDING = RateLimit.class.getName();

    private final int perMinute;
    private final Map<AccountId, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Bucket> eldest) {
            return size() > MOST_ACCOUNTS;
        }
    };

    /** What one account has left, and when that was known. */
    private static final class Bucket {
        private double left;
        private long at = System.nanoTime();

        Bucket(double left) {
            this.left = left;
        }
    }

    /** Where an account stands after a request. */
    private record Standing(boolean admitted, int left, double seconds) {}

    RateLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Exchange exchange = JAXRSUtils.getCurrentMessage().getExchange();
        Guard.caller(exchange).ifPresent(identity -> {
            Standing standing = take(identity.account());
            exchange.put(STANDING, standing);
            if (!standing.admitted()) {
                throw PlatformException.exhausted(
                                "rate_limited", "There may be " + perMinute + " requests a minute.", true)
                        .retryAfter(Duration.ofMillis((long) (1_000 * standing.seconds()) + 1));
            }
        });
    }

    private Standing take(AccountId account) {
        synchronized (buckets) {
            Bucket bucket = buckets.computeIfAbsent(account, a -> new Bucket(perMinute));
            long now = System.nanoTime();
            bucket.left = Math.min(perMinute, bucket.left + (now - bucket.at) / NANOS_PER_MINUTE * perMinute);
            bucket.at = now;
            boolean admitted = bucket.left >= 1;
            bucket.left -= admitted ? 1 : 0;
            double missing = admitted ? perMinute - bucket.left : 1 - bucket.left;
            return new Standing(admitted, (int) bucket.left, missing * 60 / perMinute);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (JAXRSUtils.getCurrentMessage().getExchange().get(STANDING) instanceof Standing standing) {
            MultivaluedMap<String, Object> headers = response.getHeaders();
            headers.putSingle("X-RateLimit-Limit-Requests", perMinute);
            headers.putSingle("X-RateLimit-Remaining-Requests", standing.left());
            headers.putSingle("X-RateLimit-Reset-Requests", Math.round(1_000 * standing.seconds()) + "ms");
        }
    }
}
