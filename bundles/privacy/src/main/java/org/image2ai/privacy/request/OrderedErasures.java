package org.image2ai.privacy.request;

import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.privacy.retention.ErasureOrders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Erasures that the service itself begins: each is a request like those of people, with its plan and its proof. */
@Component
public final class OrderedErasures implements ErasureOrders {
    private final PrivacyRequests requests;

    @Activate
    public OrderedErasures(@Reference PrivacyRequests requests) {
        this.requests = requests;
    }

    @Override
    public String erase(AccountId account, String reason, String actor) {
        Request request = requests.create(new PrivacyRequests.Ask(
                account, RequestType.ERASURE, Optional.empty(), Map.of("reason", reason), actor, true));
        try {
            requests.confirm(request.id(), Optional.empty(), actor);
        } catch (PlatformException e) {
            // It is planned still: whoever orders it again goes on with the same request.
            if (!e.code().equals("not_planned")) {
                throw e;
            }
        }
        return request.id();
    }
}
