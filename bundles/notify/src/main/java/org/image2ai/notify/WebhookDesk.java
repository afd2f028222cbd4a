package org.image2ai.notify;

import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an account may do with its webhooks; those of another do not exist for it. */
@Component(service = WebhookDesk.class)
public final class WebhookDesk {
    private static final Set<String> ENDED = Set.of("DELIVERED", Claims.DEAD);

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final WebhookOutbox outbox;
    private final Transactions transactions;

    @Activate
    public WebhookDesk(
            @Reference Endpoints endpoints,
            @Reference Deliveries deliveries,
            @Reference WebhookOutbox outbox,
            @Reference Transactions transactions) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    EndpointView create(AccountId account, EndpointBody body) {
        EndpointBody wanted = present(body).complete();
        wanted.url().ifPresent(outbox::check);
        return endpoints.create(account, wanted);
    }

    EndpointView change(AccountId account, String id, EndpointBody body) {
        endpoints.get(account, id);
        EndpointBody wanted = present(body).checked();
        wanted.url().ifPresent(outbox::check);
        return endpoints.change(account, id, wanted);
    }

    private static EndpointBody present(EndpointBody body) {
        if (body == null) {
            throw PlatformException.invalid("missing_body", "A webhook is needed as JSON.");
        }
        return body;
    }

    /** An endpoint goes with its log. */
    void remove(AccountId account, String id) {
        transactions.required(() -> {
            endpoints.remove(account, id);
            deliveries.removeOf(id);
            return true;
        });
    }

    Page<DeliveryView> deliveries(AccountId account, String id, PageRequest page) {
        return deliveries.page(endpoints.get(account, id).id(), page);
    }

    DeliveryView replay(AccountId account, String id, String delivery) {
        EndpointView endpoint = endpoints.get(account, id);
        DeliveryEntity.Kept kept = deliveries
                .find(delivery)
                .filter(d -> d.where().endpoint().equals(endpoint.id()))
                .orElseThrow(() -> PlatformException.notFound("delivery", delivery));
        if (!ENDED.contains(kept.view().state())) {
            throw PlatformException.conflict("still_on_its_way", "This delivery is still being tried.");
        }
        return outbox.replay(endpoint, kept);
    }

    DeliveryView test(AccountId account, String id) {
        return outbox.test(endpoints.get(account, id));
    }
}
