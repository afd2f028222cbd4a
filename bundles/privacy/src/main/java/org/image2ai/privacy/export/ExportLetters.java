package org.image2ai.privacy.export;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.Mailer;
import org.image2ai.api.rest.PublicAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Tells people that their copy is ready. Without a mailer nobody is told; they see it in their request. */
@Component(service = ExportLetters.class)
public final class ExportLetters {
    private final Accounts accounts;
    private final PublicAddress address;
    private final ExportLinks links;
    private final AtomicReference<Mailer> live = new AtomicReference<>();

    @Activate
    public ExportLetters(@Reference Accounts accounts, @Reference PublicAddress address, @Reference ExportLinks links) {
        this.accounts = accounts;
        this.address = address;
        this.links = links;
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bind(Mailer mailer) {
        live.set(mailer);
    }

    void unbind(Mailer mailer) {
        live.compareAndSet(mailer, null);
    }

    /** Sends the link to a copy that is ready. @return whether there is somebody to send it to, and a way */
    boolean send(Export export) {
        Optional<Account> person = accounts.find(export.subject());
        Optional<Mailer> mailer = Optional.ofNullable(live.get());
        if (person.isEmpty() || mailer.isEmpty()) {
            return false;
        }
        ExportLinks.Made link = links.make(export);
        mailer.get()
                .send(new Mail(
                        Optional.of(export.subject()),
                        person.get().email(),
                        "en",
                        "export-ready",
                        Map.of(
                                "name", person.get().name(),
                                "link", address.own() + link.path(),
                                "minutes", String.valueOf(links.minutes(link)))));
        return true;
    }
}
