package org.image2ai.privacy.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.rest.PublicAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mails of this package, and the links in them. Without a mailer nothing is sent, and all else is done. */
@Component(service = Letters.class)
public final class Letters {
    private final Accounts accounts;
    private final PublicAddress address;
    private final Others others;
    private final Settings settings;

    @Activate
    public Letters(
            @Reference Accounts accounts,
            @Reference PublicAddress address,
            @Reference Others others,
            @Reference Settings settings) {
        this.accounts = accounts;
        this.address = address;
        this.others = others;
        this.settings = settings;
    }

    Optional<Account> account(AccountId id) {
        return accounts.find(id);
    }

    Accounts accounts() {
        return accounts;
    }

    /** Where a request can be read by whoever has its token. */
    String link(String token) {
        return address.own() + LinksResource.LINKS + token;
    }

    /** Asks whoever has an address whether they want what somebody asked for in their name. */
    void ask(Account to, RequestType type, String token) {
        send(to, "privacy-ask", Map.of("type", word(type), "link", link(token) + "/page"));
    }

    /** Says that an erasure has begun, and where its proof will be when the account is gone. */
    void begun(Account to, String request, String token) {
        send(to, "privacy-begun", Map.of("request", request, "link", link(token) + "/page"));
    }

    private void send(Account to, String template, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("name", to.name());
        all.put("days", String.valueOf(settings.config().linkDays()));
        String language = settings.config().mailLanguage();
        others.mailer()
                .ifPresent(mailer -> mailer.send(new Mail(Optional.of(to.id()), to.email(), language, template, all)));
    }

    /** Tells the officer of a deadline. */
    void deadline(Request request, String what) {
        String officer = settings.config().officerMail().strip();
        Map<String, String> values = Map.of(
                "request", request.id(),
                "type", word(request.type()),
                "what", what,
                "due", request.due().toString(),
                "link", address.own() + "/api/v1/admin/privacy/requests/" + request.id());
        if (!officer.isEmpty()) {
            String language = settings.config().mailLanguage();
            others.mailer()
                    .ifPresent(mailer ->
                            mailer.send(new Mail(Optional.empty(), officer, language, "privacy-deadline", values)));
        }
    }

    private static String word(RequestType type) {
        return type.wireName().replace('_', ' ');
    }
}
