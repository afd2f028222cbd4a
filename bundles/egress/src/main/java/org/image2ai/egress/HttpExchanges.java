package org.image2ai.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
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
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All exchanges of the server with other hosts: one client, one pool, one set of rules. */
@Component(service = HttpExchanges.class, configurationPid = "org.image2ai.egress")
@Designate(ocd = EgressConfig.class)
public final class HttpExchanges {
    private static final Logger LOG = LoggerFactory.getLogger(HttpExchanges.class);

    private final Rules rules;
    private final HttpHost proxy;
    private final CheckedDns dns;
    private final CloseableHttpClient client;
    private final Duration idle;
    private final ScheduledThreadPoolExecutor clock;
    private final ExecutorService lookups;
    private final Measures measures;
    private final Refusals refusals;

    @Activate
    public HttpExchanges(@Reference Measures measures, @Reference Refusals refusals, EgressConfig config) {
        this(measures, refusals, config, InetAddress::getAllByName);
    }

    HttpExchanges(Measures measures, EgressConfig config, CheckedDns.Lookup lookup) {
        this(measures, new Refusals(), config, lookup);
    }

    private HttpExchanges(Measures measures, Refusals refusals, EgressConfig config, CheckedDns.Lookup lookup) {
        this.measures = measures;
        this.refusals = refusals;
        Duration connect = Duration.ofMillis(config.connectTimeoutMillis());
        rules = new Rules(config.allowedHosts(), config.allowedInner(), config.allowedPorts());
        idle = Duration.ofMillis(config.idleTimeoutMillis());
        lookups = Executors.newCachedThreadPool(daemon("egress-lookup"));
        proxy = config.proxy().isBlank() ? null : proxy(config.proxy().strip());
        dns = new CheckedDns(proxy, lookup, lookups, connect);
        client = Clients.of(dns, config, proxy);
        clock = new ScheduledThreadPoolExecutor(1, daemon("egress-deadline"));
        clock.setRemoveOnCancelPolicy(true);
    }

    private static HttpHost proxy(String text) {
        try {
            return HttpHost.create(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("proxy needs host:port, not " + text, e);
        }
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

    /** Where calls to hosts that were not declared are told. */
    Refusals refusals() {
        return refusals;
    }

    Rules rules() {
        return rules;
    }

    /** Looks whether an address could be called now. */
    void check(Way way, URI uri) {
        Target target = Target.of(uri);
        way.check(target);
        try {
            dns.resolve(way, target.host(), target.port());
        } catch (UnknownHostException e) {
            throw failure(e);
        }
    }

    /** Sends a request and those that redirects ask for, again where that may help, within one deadline. */
    Answer send(Way way, EgressRequest request) {
        Hop hop = Hop.first(request);
        Deadline deadline = new Deadline(request.limits().deadline(), clock);
        Retries retries = new Retries(request.retries());
        long began = System.nanoTime();
        String outcome = "failed";
        try {
            while (true) {
                Optional<Answer> answer = attempt(new Course(way, deadline, retries), hop, request.limits());
                if (answer.isPresent()) {
                    outcome = answer.get().status() / 100 + "xx";
                    return answer.get();
                }
            }
        } catch (PlatformException e) {
            deadline.close();
            throw e;
        } finally {
            measures.count(way, outcome, System.nanoTime() - began);
            LOG.debug("{} asked {}: {}", way.name(), hop.target().host(), outcome);
        }
    }

    /** What holds for all tries of one request. */
    private record Course(Way way, Deadline deadline, Retries retries) {}

    /** One try; empty when another is due. */
    private Optional<Answer> attempt(Course course, Hop hop, EgressRequest.Limits limits) {
        try {
            HttpAnswer answer = follow(course, hop, limits);
            if (!course.retries().mend(answer.status())) {
                return Optional.of(answer);
            }
            Duration pause = course.retries().pause(answer.header("retry-after"));
            if (pause.compareTo(course.deadline().left()) >= 0) {
                return Optional.of(answer);
            }
            answer.drop();
            rest(pause);
        } catch (PlatformException | IOException e) {
            PlatformException failure = e instanceof PlatformException known ? known : failure((IOException) e);
            if (course.deadline().isOver()) {
                throw Deadline.exceeded().causedBy(e);
            }
            Duration pause = course.retries().mend(failure) ? course.retries().pause(Optional.empty()) : null;
            if (pause == null || pause.compareTo(course.deadline().left()) >= 0) {
                throw failure;
            }
            rest(pause);
        }
        return Optional.empty();
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlatformException.upstream("host_unreachable", "The request was given up.", true)
                    .causedBy(e);
        }
    }

    private HttpAnswer follow(Course course, Hop first, EgressRequest.Limits limits) throws IOException {
        Hop hop = first;
        for (int followed = 0; ; followed++) {
            ClassicHttpResponse response = open(course, hop);
            Header location = response.getFirstHeader("Location");
            if (limits.redirects() == 0 || !Hop.isRedirect(response.getCode()) || location == null) {
                return new HttpAnswer(response, limits.answerBytes(), course.deadline());
            }
            HttpAnswer.quietly(response);
            if (followed == limits.redirects()) {
                throw PlatformException.upstream("too_many_redirects", "The other host redirects too often.", false);
            }
            hop = hop.follow(response.getCode(), location.getValue());
        }
    }

    private ClassicHttpResponse open(Course course, Hop hop) throws IOException {
        course.way().check(hop.target());
        HttpUriRequestBase message = new HttpUriRequestBase(hop.method(), hop.uri());
        hop.headers().forEach(message::setHeader);
        hop.body().ifPresent(body -> message.setEntity(new BodyEntity(body)));
        long left = course.deadline().left().toMillis();
        long silence = course.way().isPatient() ? left : Math.min(left, idle.toMillis());
        message.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(left, TimeUnit.MILLISECONDS)
                .setResponseTimeout(silence, TimeUnit.MILLISECONDS)
                .setProtocolUpgradeEnabled(false)
                .build());
        course.deadline().guard(message);
        Target target = hop.target();
        if (proxy != null) {
            refuseInner(course.way(), target);
        }
        HttpHost host = new HttpHost(target.scheme(), target.host(), target.port());
        HttpClientContext context = HttpClientContext.create();
        context.setUserToken(course.way().name());
        return dns.on(course.way(), () -> client.executeOpen(host, message, context));
    }

    /** A proxy looks names up itself. What ours would stand for is looked at before, as far as we know it. */
    private void refuseInner(Way way, Target target) {
        try {
            dns.resolve(way, target.host(), target.port());
        } catch (CheckedDns.Refused e) {
            throw Rules.refused(e.getMessage());
        } catch (UnknownHostException e) {
            LOG.debug("The proxy has to know {}.", target.host());
        }
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
