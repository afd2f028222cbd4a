package org.image2ai.privacy.request;

import org.image2ai.api.AccountId;
import org.image2ai.api.Purpose;
import org.image2ai.privacy.choice.Choices;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people decide by a request is what they decide by a form. */
@Component
public final class RequestedChoices implements Decisions {
    private final Choices choices;

    @Activate
    public RequestedChoices(@Reference Choices choices) {
        this.choices = choices;
    }

    @Override
    public void restrict(AccountId account, boolean restricted, String source) {
        choices.restrict(account, restricted, source);
    }

    @Override
    public void object(AccountId account, Objection objection, String source) {
        choices.object(account, objection.toScope(), source);
    }

    @Override
    public void withdrawConsent(AccountId account, Purpose purpose, String source) {
        choices.withdrawConsent(account, purpose, source);
    }
}
