package org.image2ai.accounts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.Mailer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The mails of this bundle. A mailer may come and go; while there is none, what needs a mail is refused. */
@Component(service = Letters.class)
public final class Letters {
    private final AtomicReference<Mailer> live = new AtomicReference<>();

    /** To whom a mail goes. */
    record Addressee(Optional<AccountId> account, String email, String language, String name) {}

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bind(Mailer mailer) {
        live.set(mailer);
    }

    void unbind(Mailer mailer) {
        live.compareAndSet(mailer, null);
    }

    /** @throws PlatformException EXHAUSTED {@code mail_unavailable} while there is no mailer */
    void requireMailer() {
        mailer();
    }

    private Mailer mailer() {
        return Optional.ofNullable(live.get())
                .orElseThrow(() -> PlatformException.exhausted(
                        "mail_unavailable", "No mail can be sent just now; this needs one.", true));
    }

    /** Asks somebody to show that an address is theirs. */
    void verify(Addressee to, String link, int minutes) {
        send(to, "verify-email", Map.of("link", link, "minutes", String.valueOf(minutes)));
    }

    /** Asks a new address of an old account the same. */
    void verifyNew(Addressee to, String link, int minutes) {
        send(to, "email-change", Map.of("link", link, "minutes", String.valueOf(minutes)));
    }

    /** Sends a link that sets a new password; the token in it too, for those who have no page. */
    void reset(Addressee to, String link, String token, int minutes) {
        send(to, "reset-password", Map.of("link", link, "token", token, "minutes", String.valueOf(minutes)));
    }

    /** Tells somebody who registers again that they have an account. */
    void exists(Addressee to, String link, int minutes) {
        send(to, "account-exists", Map.of("link", link, "minutes", String.valueOf(minutes)));
    }

    /** Tells an old address that it was replaced. */
    void emailChanged(Addressee to, String newEmail) {
        tell(to, "email-changed", Map.of("newEmail", newEmail));
    }

    /** Tells somebody that their password was changed. */
    void passwordChanged(Addressee to) {
        tell(to, "password-changed", Map.of());
    }

    /** Only word of what is done: without a mailer it is done all the same. */
    private void tell(Addressee to, String template, Map<String, String> values) {
        if (live.get() != null) {
            send(to, template, values);
        }
    }

    private void send(Addressee to, String template, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("name", to.name());
        mailer().send(new Mail(to.account(), to.email(), to.language(), template, all));
    }
}
