package org.image2ai.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.http.HttpHost;

/**
 * Looks names up, once for each connection, and hands on only addresses that were checked. Nothing looks the name up
 * again, so a name cannot stand for a public address at the check and for an inner one at the connection.
 */
final class CheckedDns implements DnsResolver {
    private static final int MOST_ADDRESSES = 3;

    /** The way of the request for which this thread is about to connect: the client has no other place for it. */
    private final ThreadLocal<Way> going = new ThreadLocal<>();

    private final HttpHost proxy;
    private final Lookup lookup;
    private final ExecutorService threads;
    private final Duration patience;

    /** @param proxy the operator's own, wherever it is; {@code null} for none */
    CheckedDns(HttpHost proxy, Lookup lookup, ExecutorService threads, Duration patience) {
        this.proxy = proxy;
        this.lookup = lookup;
        this.threads = threads;
        this.patience = patience;
    }

    /** The machine's own way to look a name up. */
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /** The name stands for an address that may not be called. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(String host) {
            super("The host " + host + " does not stand for a public address.");
        }
    }

    /** Work of the client that may connect. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does work in which connections are made on a way, on this thread. */
    <T> T on(Way way, Work<T> work) throws IOException {
        going.set(way);
        try {
            return work.run();
        } finally {
            going.remove();
        }
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        Way way = going.get();
        if (way == null) {
            throw new Refused(host);
        }
        return resolve(way, host, port);
    }

    List<InetSocketAddress> resolve(Way way, String host, int port) throws UnknownHostException {
        InetAddress[] all = all(Target.plain(host));
        boolean toProxy = proxy != null && proxy.getHostName().equals(host) && proxy.getPort() == port;
        // One bad address spoils the name: a name with both kinds is how a guard is led around.
        if (all.length == 0 || !toProxy && Arrays.stream(all).anyMatch(address -> !way.allows(host, port, address))) {
            throw new Refused(host);
        }
        return Arrays.stream(all)
                .limit(MOST_ADDRESSES)
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** The system's resolver can be slow and cannot be interrupted, so nobody waits for it longer than he wants. */
    private InetAddress[] all(String host) throws UnknownHostException {
        Future<InetAddress[]> answer = threads.submit(() -> lookup.all(host));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        UnknownHostException unknown = new UnknownHostException("The host " + host + " could not be found.");
        unknown.initCause(cause);
        return unknown;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException("An address is checked together with its port.");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
