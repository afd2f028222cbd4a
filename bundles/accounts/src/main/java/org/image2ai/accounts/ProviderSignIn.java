package org.image2ai.accounts;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.identity.SignInAttempt;
import org.image2ai.api.identity.VerifiedIdentity;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.Sessions;
import org.image2ai.api.security.SignedIn;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sign-in at a provider: who has an account gets a session, who has none a ticket for one. */
@Component(service = ProviderSignIn.class, configurationPid = "org.image2ai.accounts")
public final class ProviderSignIn {
    private final AccountsConfig config;
    private final Providers providers;
    private final Links links;
    private final Identities identities;
    private final Known known;
    private final Store store;
    private final Transactions transactions;

    /** What is known of people. */
    record Known(AccountService accounts, Registration registration, Sessions sessions) {}

    @Activate
    public ProviderSignIn(
            AccountsConfig config,
            @Reference Providers providers,
            @Reference Links links,
            @Reference Identities identities,
            @Reference AccountService accounts,
            @Reference Registration registration,
            @Reference Sessions sessions,
            @Reference(target = "(osgi.unit.name=accounts)") JpaTemplate jpa,
            @Reference Transactions transactions) {
        this.config = config;
        this.providers = providers;
        this.links = links;
        this.identities = identities;
        this.known = new Known(accounts, registration, sessions);
        this.store = new Store(jpa);
        this.transactions = transactions;
    }

    /** A sign-in that was begun: where the browser goes, and what binds it to this browser. */
    record Begun(URI location, String cookie) {
        @Override
        public String toString() {
            return "Begun";
        }
    }

    Begun begin(String provider) {
        SignInAttempt attempt = providers.get(provider).begin(redirect(provider));
        String cookie = Secrets.next();
        Instant expires = Instant.now().plus(Duration.ofMinutes(config.signInMinutes()));
        store.run(em -> em.persist(SignInEntity.from(Secrets.hash(cookie), provider, attempt, expires)));
        return new Begun(attempt.location(), cookie);
    }

    private URI redirect(String provider) {
        return URI.create(links.of("/api/v1/sign-in/" + provider + "/callback"));
    }

    /** Completes it. @throws PlatformException DENIED {@code sign_in_refused} when anything does not fit */
    SignInResult complete(String provider, String cookie, Map<String, String> parameters, ClientInfo client) {
        SignInAttempt attempt = take(provider, cookie);
        if (!Secrets.same(attempt.state(), parameters.getOrDefault("state", ""))) {
            throw refused("This sign-in was begun elsewhere.");
        }
        VerifiedIdentity identity = providers.get(provider).complete(attempt, redirect(provider), parameters);
        return transactions.required(() -> known(provider, identity, client));
    }

    private SignInAttempt take(String provider, String cookie) {
        String hash = Secrets.hash(cookie);
        Optional<SignInAttempt> attempt = store.read(em -> Optional.ofNullable(em.find(SignInEntity.class, hash))
                .filter(entity -> entity.isGood(provider, Instant.now()))
                .map(SignInEntity::toRecord));
        boolean mine = attempt.isPresent() && use("SignIn.use", hash);
        return attempt.filter(found -> mine)
                .orElseThrow(() -> refused("This sign-in was not begun here, or too long ago."));
    }

    /** Who removes the row has it: of two that come at once, one. */
    private boolean use(String query, String hash) {
        return store.write(
                em -> em.createNamedQuery(query).setParameter("hash", hash).executeUpdate() > 0);
    }

    private static PlatformException refused(String why) {
        return PlatformException.denied("sign_in_refused", why);
    }

    private SignInResult known(String provider, VerifiedIdentity identity, ClientInfo client) {
        Optional<LinkedIdentity> linked = identities.find(identity);
        if (linked.isPresent()) {
            return in(known.accounts().find(linked.get().account()), provider, client);
        }
        if (identity.email().isEmpty() || !identity.emailVerified()) {
            throw refused("The provider has not verified your e-mail address.");
        }
        Optional<Profile> owner = known.accounts()
                .profileByEmail(identity.email().get())
                .filter(profile -> profile.account().state() != Account.State.UNVERIFIED);
        if (owner.isEmpty()) {
            return newcomer(provider, identity);
        }
        if (owner.get().verified().isEmpty()) {
            throw refused("There is an account with this address; reset its password to show that it is yours.");
        }
        identities.link(owner.get().account().id(), provider, identity);
        return in(owner.map(Profile::account), provider, client);
    }

    private SignInResult in(Optional<Account> account, String provider, ClientInfo client) {
        Account active = account.filter(a -> a.state() == Account.State.ACTIVE)
                .orElseThrow(() -> refused("This account cannot be used."));
        return new SignInResult.In(active, known.sessions().open(new SignedIn(active.id(), provider, false), client));
    }

    private SignInResult newcomer(String provider, VerifiedIdentity identity) {
        String ticket = Secrets.next();
        Instant expires = Instant.now().plus(Duration.ofMinutes(config.signInMinutes()));
        store.run(em -> em.persist(TicketEntity.from(Secrets.hash(ticket), provider, identity, expires)));
        return new SignInResult.Newcomer(ticket, identity.email().orElseThrow(), identity.name());
    }

    /** Makes the account of a newcomer. @throws PlatformException INVALID {@code invalid_token} */
    SignInResult register(String ticket, LocalDate birthDate, Optional<String> name, ClientInfo client) {
        String hash = Secrets.hash(ticket);
        return transactions.required(() -> {
            TicketEntity found = store.read(em -> Optional.ofNullable(em.find(TicketEntity.class, hash)))
                    .filter(entity -> entity.isGood(Instant.now()))
                    .orElseThrow(ProviderSignIn::invalid);
            VerifiedIdentity identity = found.toRecord();
            String email = identity.email().orElseThrow();
            known.registration().checkAge(email, birthDate);
            Account account = known.registration()
                    .createVerified(new NewAccount(
                            email, name.or(identity::name).orElse(""), birthDate, Optional.empty(), Set.of()));
            identities.link(account.id(), found.provider(), identity);
            if (!use("Ticket.use", hash)) {
                throw invalid();
            }
            return in(Optional.of(account), found.provider(), client);
        });
    }

    private static PlatformException invalid() {
        return PlatformException.invalid("invalid_token", "This ticket is not good, was used, or is too old.")
                .withField("ticket");
    }

    /** Removes what was begun and never completed. @return how many */
    int sweep() {
        long now = Micros.of(Instant.now());
        return store.write(em -> em.createNamedQuery("SignIn.over")
                        .setParameter("now", now)
                        .executeUpdate()
                + em.createNamedQuery("Ticket.over").setParameter("now", now).executeUpdate());
    }
}
