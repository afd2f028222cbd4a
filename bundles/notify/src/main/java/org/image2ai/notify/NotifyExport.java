package org.image2ai.notify;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.image2ai.api.privacy.Disclosures;

/** What is held of a person, as the person gets it. Secrets that sign stay here. */
final class NotifyExport {
    private NotifyExport() {}

    static Map<String, Object> of(MailEntity.Kept mail) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", mail.message().id());
        data.put("to", mail.message().to());
        data.put("template", mail.template());
        data.put("subject", mail.message().subject());
        data.put("text", mail.message().text());
        data.put("state", mail.state());
        data.put("created", mail.created().toString());
        mail.ended().ifPresent(at -> data.put("ended", at.toString()));
        return data;
    }

    static Map<String, Object> of(EndpointView endpoint) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", endpoint.id());
        data.put("url", endpoint.url());
        data.put("events", endpoint.events());
        data.put("description", endpoint.description());
        data.put("enabled", endpoint.enabled());
        data.put("created", endpoint.created().toString());
        return data;
    }

    static Map<String, Object> of(DeliveryEntity.Kept delivery) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", delivery.view().id());
        data.put("event", delivery.view().event());
        data.put("url", delivery.where().url());
        data.put("body", delivery.said().body());
        data.put("state", delivery.view().state());
        data.put("created", delivery.view().created().toString());
        delivery.view().ended().ifPresent(at -> data.put("ended", at.toString()));
        return data;
    }

    static Map<String, Object> of(Disclosures.Disclosure made) {
        return Map.of(
                "recipient", made.recipient(),
                "host", made.where(),
                "first", made.first().toString(),
                "last", made.last().toString());
    }

    static Map<String, Object> of(Instant signingSecretSince) {
        return Map.of("signingSecretSince", signingSecretSince.toString());
    }
}
