package org.image2ai.notify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.egress.EgressRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due, through the guarded way out, until it is taken or given up. */
@Component(service = WebhookSender.class, immediate = true)
public final class WebhookSender implements Pump.Work {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final EgressRequest.Limits LIMITS = new EgressRequest.Limits(Duration.ofSeconds(10), 65_536, 0);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int PER_ENDPOINT = 2;
    private static final int GONE = 410;

    private final Deliveries deliveries;
    private final Endpoints endpoints;
    private final SigningSecrets signing;
    private final Egress egress;
    private final Settings settings;
    private final DisclosureRows disclosures;
    private final Pump pump;

    @Activate
    public WebhookSender(
            @Reference Deliveries deliveries,
            @Reference Endpoints endpoints,
            @Reference SigningSecrets signing,
            @Reference Egress egress,
            @Reference Settings settings,
            @Reference DisclosureRows disclosures) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.signing = signing;
        this.egress = egress;
        this.settings = settings;
        this.disclosures = disclosures;
        deliveries.claims().takeBack(settings.now());
        int all = Math.max(1, settings.config().webhookConcurrent());
        // Nobody has all the senders, however many endpoints that hang.
        Pump.Limits limits = new Pump.Limits(all, PER_ENDPOINT, Math.max(PER_ENDPOINT, all / 2));
        pump = new Pump("notify-webhook", this, limits, settings);
    }

    @Deactivate
    void close() {
        pump.close();
    }

    Settings settings() {
        return settings;
    }

    void wake() {
        pump.wake();
    }

    @Override
    public List<Pump.Due> due(Instant now, Set<String> notLanes, Set<String> notOwners, int limit) {
        return deliveries.due(now, notLanes, notOwners, limit);
    }

    @Override
    public void sweep(Instant now) {
        deliveries.claims().expire(now);
    }

    @Override
    public void forget(Instant now) {
        int gone = deliveries.forget(now, settings.config().logDays());
        if (gone > 0) {
            LOG.debug("{} old deliveries were forgotten.", gone);
        }
    }

    @Override
    public void handle(String id) {
        if (disclosures.claim(() -> deliveries.claims().claim(id, settings.now(), LEASE), this::going, id)) {
            deliveries.find(id).ifPresent(this::deliver);
        }
    }

    private Optional<DisclosureRows.Going> going(String id) {
        return deliveries
                .find(id)
                .map(DeliveryEntity.Kept::where)
                .map(where -> new DisclosureRows.Going(where.account(), Recipients.WEBHOOK, host(where.url())));
    }

    /** Without port and path: a path can be a secret. */
    private static String host(String url) {
        try {
            return String.valueOf(URI.create(url).getHost());
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }

    private void deliver(DeliveryEntity.Kept delivery) {
        if (delivery.said().body().isEmpty()) {
            end(delivery, Claims.DEAD, NotifyWords.SHREDDED);
            return;
        }
        try {
            Optional<List<String>> secrets = secrets(delivery.where());
            if (secrets.isEmpty()) {
                end(delivery, Claims.DEAD, "endpoint_disabled");
                return;
            }
            int status = post(delivery, secrets.get());
            deliveries.answered(delivery.view(), status);
            if (status / 100 == 2) {
                end(delivery, "DELIVERED", "");
            } else if (status == GONE) {
                gone(delivery);
            } else {
                failed(
                        delivery,
                        status / 100 == 3 ? "http_" + status + ": redirects are not followed" : "http_" + status);
            }
        } catch (PlatformException e) {
            failed(delivery, e.code() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn(
                    "The delivery {} failed in an unforeseen way.",
                    delivery.view().id(),
                    e);
            failed(delivery, e.getClass().getSimpleName());
        }
    }

    private Optional<List<String>> secrets(DeliveryEntity.Where where) {
        return where.endpoint().isEmpty()
                ? Optional.of(List.of(signing.of(where.account())))
                : endpoints.secrets(where.endpoint(), Instant.now());
    }

    private int post(DeliveryEntity.Kept delivery, List<String> secrets) {
        byte[] body = delivery.said().body().getBytes(StandardCharsets.UTF_8);
        String id = delivery.said().message();
        long timestamp = Instant.now().getEpochSecond();
        Map<String, String> headers = Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                String.valueOf(timestamp),
                "webhook-signature",
                Signatures.header(secrets, id, timestamp, body),
                "Accept",
                "*/*");
        EgressRequest.Body sent =
                new EgressRequest.Body("application/json", body.length, () -> new ByteArrayInputStream(body));
        URI uri = URI.create(delivery.where().url());
        try (Egress.Answer answer = egress.send(new EgressRequest("POST", uri, headers, Optional.of(sent), LIMITS))) {
            drain(answer);
            return answer.status();
        }
    }

    /** Read to its end, a connection can be used again; what the answer says does not matter. */
    private static void drain(Egress.Answer answer) {
        try {
            answer.body().transferTo(OutputStream.nullOutputStream());
        } catch (PlatformException | IOException e) {
            LOG.debug("The answer to a webhook was not read to its end.", e);
        }
    }

    private void gone(DeliveryEntity.Kept delivery) {
        end(delivery, Claims.DEAD, "http_410: the endpoint says that it is gone");
        if (!delivery.where().endpoint().isEmpty()) {
            endpoints.disable(delivery.where().endpoint(), "The endpoint answered 410 Gone.");
        }
    }

    private void end(DeliveryEntity.Kept delivery, String state, String why) {
        deliveries.claims().end(delivery.view().id(), delivery.view().tries(), state, why, settings.now());
    }

    private void failed(DeliveryEntity.Kept delivery, String why) {
        List<Duration> pauses = settings.webhookRetries();
        int tries = delivery.view().tries();
        if (tries > pauses.size()) {
            end(delivery, Claims.DEAD, why);
            return;
        }
        long pause = pauses.get(tries - 1).toMillis();
        long jitter = ThreadLocalRandom.current().nextLong(pause / 10 + 1);
        deliveries
                .claims()
                .retry(delivery.view().id(), tries, why, settings.now().plusMillis(pause + jitter));
    }
}
