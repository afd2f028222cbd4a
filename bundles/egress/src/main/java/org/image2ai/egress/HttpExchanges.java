package org.image2ai.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress.Answer;
import org.image2ai.api.egress.EgressRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** All exchanges of the server with other hosts: one client, one pool, one set of rules. */
@Component(service = HttpExchanges.class, configurationPid = "org.image2ai.egress")
@Designate(ocd = EgressConfig.class)
public final class HttpExchanges {
    private final Rules rules;
    private final CheckedDns dns;
    private final CloseableHttpClient client;
    private final Duration idle;
    private final ScheduledThreadPoolExecutor clock;
    private final ExecutorService lookups;

    @Activate
    public HttpExchanges(EgressConfig config) {
        this(config, InetAddress::getAllByName);
    }

    HttpExchanges(EgressConfig config, CheckedDns.Lookup lookup) {
        Duration connect = Duration.ofMillis(config.connectTimeoutMillis());
        rules = new Rules(config.allowedHosts(), config.allowedInner(), config.allowedPorts());
        idle = Duration.ofMillis(config.idleTimeoutMillis());
        lookups = Executors.newCachedThreadPool(daemon("egress-lookup"));
        dns = new CheckedDns(rules, lookup, lookups, connect);
        client = Clients.of(dns, config.maxConnections(), connect, idle);
        clock = new ScheduledThreadPoolExecutor(1, daemon("egress-deadline"));
        clock.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Deactivate
    void close() {
        client.close(CloseMode.IMMEDIATE);
        clock.shutdownNow();
        lookups.shutdownNow();
    }

    /** Looks whether an address could be called now. */
    void check(URI uri) {
        Target target = Target.of(uri);
        rules.check(target);
        try {
            dns.resolve(target.host(), target.port());
        } catch (UnknownHostException e) {
            throw failure(e);
        }
    }

    /** Sends a request and those that redirects ask for, within one deadline. */
    Answer send(EgressRequest request) {
        Hop hop = Hop.first(request);
        Deadline deadline = new Deadline(request.limits().deadline(), clock);
        try {
            return follow(hop, request.limits(), deadline);
        } catch (PlatformException | IOException e) {
            deadline.close();
            if (deadline.isOver()) {
                throw Deadline.exceeded().causedBy(e);
            }
            throw e instanceof PlatformException known ? known : failure((IOException) e);
        }
    }

    private Answer follow(Hop first, EgressRequest.Limits limits, Deadline deadline) throws IOException {
        Hop hop = first;
        for (int followed = 0; ; followed++) {
            ClassicHttpResponse response = open(hop, deadline);
            Header location = response.getFirstHeader("Location");
            if (limits.redirects() == 0 || !Hop.isRedirect(response.getCode()) || location == null) {
                return new HttpAnswer(response, limits.answerBytes(), deadline);
            }
            HttpAnswer.quietly(response);
            if (followed == limits.redirects()) {
                throw PlatformException.upstream("too_many_redirects", "The other host redirects too often.", false);
            }
            hop = hop.follow(response.getCode(), location.getValue());
        }
    }

    private ClassicHttpResponse open(Hop hop, Deadline deadline) throws IOException {
        rules.check(hop.target());
        HttpUriRequestBase message = new HttpUriRequestBase(hop.method(), hop.uri());
        hop.headers().forEach(message::setHeader);
        hop.body().ifPresent(body -> message.setEntity(new BodyEntity(body)));
        long left = deadline.left().toMillis();
        message.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(left, TimeUnit.MILLISECONDS)
                .setResponseTimeout(Math.min(left, idle.toMillis()), TimeUnit.MILLISECONDS)
                .setProtocolUpgradeEnabled(false)
                .build());
        deadline.guard(message);
        Target target = hop.target();
        return client.executeOpen(new HttpHost(target.scheme(), target.host(), target.port()), message, null);
    }

    private static PlatformException failure(IOException e) {
        if (e instanceof CheckedDns.Refused) {
            return Rules.refused(e.getMessage());
        }
        String what = e instanceof ConnectTimeoutException || e instanceof UnknownHostException
                ? e.getMessage()
                : "The other host could not be talked to (" + e.getClass().getSimpleName() + ").";
        return PlatformException.upstream("host_unreachable", what, true).causedBy(e);
    }
}
