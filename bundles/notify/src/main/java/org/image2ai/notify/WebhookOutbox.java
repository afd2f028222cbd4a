package org.image2ai.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.notify.WebhookEvent;
import org.image2ai.api.notify.Webhooks;
import org.image2ai.kit.Ids;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The outbox of webhooks: an event becomes a row for every address that hears of it. */
@Component(service = {Webhooks.class, WebhookOutbox.class})
public final class WebhookOutbox implements Webhooks {
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_LANE = 300;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final WebhookSender sender;
    private final Egress egress;
    private final NotifyStore unit;
    private final boolean http;

    @Activate
    public WebhookOutbox(
            @Reference Endpoints endpoints,
            @Reference Deliveries deliveries,
            @Reference WebhookSender sender,
            @Reference Egress egress,
            @Reference NotifyStore unit) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.sender = sender;
        this.egress = egress;
        this.unit = unit;
        this.http = sender.settings().config().webhookHttp();
    }

    @Override
    public void publish(WebhookEvent event) {
        List<EndpointView> hearing = endpoints.hearing(event.owner(), event.type());
        if (hearing.isEmpty() && event.url().isEmpty()) {
            return;
        }
        DeliveryEntity.Said said = said(event.type(), event.data().get());
        unit.then(
                () -> {
                    hearing.forEach(e -> deliveries.add(where(e), said));
                    event.url().ifPresent(url -> deliveries.add(where(event.owner(), url), said));
                    return true;
                },
                sender::wake);
    }

    /** Sends an endpoint an event of its own, whatever it listens to. */
    DeliveryView test(EndpointView endpoint) {
        Map<String, Object> data = Map.of("webhook", endpoint.id());
        return queue(where(endpoint), said("webhook.test", data));
    }

    /** Sends the same message again, to where the endpoint is now. */
    DeliveryView replay(EndpointView endpoint, DeliveryEntity.Kept delivery) {
        return queue(where(endpoint), delivery.said());
    }

    private DeliveryView queue(DeliveryEntity.Where where, DeliveryEntity.Said said) {
        return unit.then(() -> deliveries.add(where, said), sender::wake);
    }

    private static DeliveryEntity.Where where(EndpointView endpoint) {
        return new DeliveryEntity.Where(endpoint.account().value(), endpoint.id(), endpoint.url(), endpoint.id());
    }

    private static DeliveryEntity.Where where(AccountId owner, String url) {
        return new DeliveryEntity.Where(owner.value(), "", url, host(url));
    }

    /** What an address that came with a job shares a limit with. It was checked then; here nothing may fail any more. */
    private static String host(String url) {
        try {
            String host = String.valueOf(URI.create(url).getRawAuthority());
            return host.substring(0, Math.min(LONGEST_LANE, host.length()));
        } catch (IllegalArgumentException e) {
            return "none";
        }
    }

    private static DeliveryEntity.Said said(String type, Map<String, Object> data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", Instant.now());
        body.put("data", new TreeMap<>(data));
        try {
            return new DeliveryEntity.Said(Ids.next("evt"), type, JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw PlatformException.internal("event_unreadable", "The event " + type + " cannot be put as JSON.", e);
        }
    }

    @Override
    public void check(String url) {
        URI uri = parse(url);
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !(http && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw invalid("The address of a webhook begins with https://.");
        }
        try {
            egress.check(uri);
        } catch (PlatformException e) {
            throw invalid(e.getMessage()).causedBy(e);
        }
    }

    private static URI parse(String url) {
        try {
            if (url.length() <= LONGEST_URL) {
                return URI.create(url);
            }
        } catch (IllegalArgumentException e) {
            throw invalid("This is not the address of a webhook.").causedBy(e);
        }
        throw invalid("The address of a webhook has up to 2000 characters.");
    }

    private static PlatformException invalid(String message) {
        return PlatformException.invalid("invalid_webhook_url", message).withField("url");
    }
}
