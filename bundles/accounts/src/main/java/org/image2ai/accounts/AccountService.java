package org.image2ai.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.privacy.CurrentPolicy;
import org.image2ai.api.security.PasswordHasher;
import org.image2ai.api.security.Roles;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;
import org.image2ai.kit.paging.Keyset;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Accounts in their table. */
@Component(
        service = {Accounts.class, AccountService.class},
        configurationPid = "org.image2ai.accounts")
@Designate(ocd = AccountsConfig.class)
public final class AccountService implements Accounts {
    private final Store store;
    private final Transactions transactions;
    private final PasswordHasher hasher;
    private final Roles roles;
    private final AccountsConfig config;
    private final String nobodysHash;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile CurrentPolicy policy;

    @Activate
    public AccountService(
            AccountsConfig config,
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=accounts)") JpaTemplate jpa,
            @Reference Transactions transactions,
            @Reference PasswordHasher hasher,
            @Reference Roles roles) {
        schema.migrate(AccountService.class);
        this.config = config;
        this.store = new Store(jpa);
        this.transactions = transactions;
        this.hasher = hasher;
        this.roles = roles;
        // Hashing is slow by design: the start does not wait for it, only the first stranger does.
        this.nobodysHash = hasher.nobodys();
    }

    @Override
    public Account create(NewAccount account) {
        AgeGate.check(account.birthDate(), LocalDate.now(ZoneOffset.UTC));
        String email = Emails.checked(account.email());
        checkName(account.name());
        checkRoles(account.roles());
        AccountEntity entity = AccountEntity.from(
                account, email, account.policyVersion().orElseGet(this::policyVersion), Instant.now());
        try {
            return transactions.required(() -> {
                if (findByEmail(email).isPresent()) {
                    throw taken();
                }
                store.run(em -> {
                    em.persist(entity);
                    em.flush();
                });
                return entity.toRecord();
            });
        } catch (javax.persistence.PersistenceException e) {
            // The caller's transaction, where there is one, answers no more questions.
            if (transactions.requiresNew(() -> findByEmail(email)).isPresent()) {
                throw taken().causedBy(e);
            }
            throw e;
        }
    }

    /** The version of the policy that holds now: whoever comes accepts it. */
    String policyVersion() {
        CurrentPolicy live = policy;
        return live == null ? config.policyVersion() : live.version();
    }

    private void checkRoles(Set<String> names) {
        names.stream().filter(r -> !roles.roles().containsKey(r)).findAny().ifPresent(r -> {
            throw PlatformException.invalid("unknown_role", "There is no role " + r + ".")
                    .withField("roles");
        });
    }

    static PlatformException taken() {
        return PlatformException.conflict("email_taken", "There is an account with this e-mail address.")
                .withField("email");
    }

    static void checkName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > 120 || stripped.chars().anyMatch(Character::isISOControl)) {
            throw PlatformException.invalid("invalid_name", "A name has 1 to 120 characters.")
                    .withField("name");
        }
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return store.read(em ->
                Optional.ofNullable(em.find(AccountEntity.class, id.value())).map(AccountEntity::toRecord));
    }

    @Override
    public Optional<Account> findByEmail(String email) {
        return entityByEmail(email, AccountEntity::toRecord);
    }

    private <T> Optional<T> entityByEmail(String email, Function<AccountEntity, T> read) {
        return store.read(em -> em
                .createNamedQuery("Account.byEmail", AccountEntity.class)
                .setParameter("email", Emails.normal(email))
                .getResultList()
                .stream()
                .findFirst()
                .map(read));
    }

    @Override
    public String language(AccountId id) {
        return profile(id).map(Profile::language).orElse(Profile.ENGLISH);
    }

    @Override
    public Page<Account> list(PageRequest page) {
        Keyset from = Keyset.decode(page.cursor()).orElse(new Keyset(Long.MAX_VALUE, ""));
        List<AccountEntity> rows = store.read(em -> em.createNamedQuery("Account.before", AccountEntity.class)
                .setParameter("at", from.at())
                .setParameter("id", from.id())
                .setMaxResults(page.limit() + 1)
                .getResultList());
        return Keyset.page(rows, page.limit(), AccountEntity::keyset).map(AccountEntity::toRecord);
    }

    @Override
    public void setPassword(AccountId id, char[] password) {
        Account account = find(id).orElseThrow(() -> PlatformException.notFound("account", id.value()));
        Passwords.check(password, account.email());
        String hash = hasher.hash(password);
        change(id, entity -> entity.setPasswordHash(hash));
    }

    @Override
    public Optional<Account> authenticate(String email, char[] password) {
        Optional<Credential> known =
                entityByEmail(email, entity -> new Credential(entity.toRecord(), entity.passwordHash()));
        String hash = known.flatMap(Credential::hash).orElse(nobodysHash);
        boolean good = hasher.matches(password, hash);
        return known.filter(c -> good && c.hash().isPresent()).map(Credential::account);
    }

    /** Whether a password is an account's; the same time whether it has one or not. */
    boolean isPassword(AccountId id, char[] password) {
        Optional<String> known = store.read(em ->
                Optional.ofNullable(em.find(AccountEntity.class, id.value())).flatMap(AccountEntity::passwordHash));
        return hasher.matches(password, known.orElse(nobodysHash)) && known.isPresent();
    }

    private record Credential(Account account, Optional<String> hash) {}

    /** Whether anybody has a role. */
    boolean anyWithRole(String role) {
        return store.read(em -> em.createNamedQuery("Account.withRole", Long.class)
                        .setParameter("role", "% " + role + " %")
                        .getSingleResult()
                > 0);
    }

    /** Corrects the address. @return whether there is such an account */
    boolean correctEmail(AccountId id, String email) {
        String checked = Emails.checked(email);
        return transactions.required(() -> {
            if (findByEmail(checked).filter(other -> !other.id().equals(id)).isPresent()) {
                throw taken();
            }
            return change(id, entity -> entity.setEmail(checked));
        });
    }

    /** Corrects the name. @return whether there is such an account */
    boolean correctName(AccountId id, String name) {
        checkName(name);
        return change(id, entity -> entity.setDisplayName(name.strip()));
    }

    /** Corrects the date of birth; the age gate applies. @return whether there is such an account */
    boolean correctBirthDate(AccountId id, LocalDate birthDate) {
        AgeGate.check(birthDate, LocalDate.now(ZoneOffset.UTC));
        return change(id, entity -> entity.setBirthDate(birthDate));
    }

    /** Gives an account other roles. */
    void setRoles(AccountId id, Set<String> names) {
        checkRoles(names);
        change(id, entity -> entity.setRoles(names));
    }

    /** An account with all that is kept of it. */
    Optional<Profile> profile(AccountId id) {
        return store.read(em ->
                Optional.ofNullable(em.find(AccountEntity.class, id.value())).map(AccountEntity::toProfile));
    }

    /** The same, by address. */
    Optional<Profile> profileByEmail(String email) {
        return entityByEmail(email, AccountEntity::toProfile);
    }

    /** Changes an account. @return whether there is one */
    boolean change(AccountId id, Consumer<AccountEntity> work) {
        return store.write(em -> {
            AccountEntity entity = em.find(AccountEntity.class, id.value());
            if (entity == null) {
                return false;
            }
            work.accept(entity);
            // Who reads on in this transaction does so with another entity manager.
            em.flush();
            return true;
        });
    }

    /** Removes an account's row. @return whether there was one */
    boolean erase(AccountId id) {
        return store.write((EntityManager em) -> {
            AccountEntity entity = em.find(AccountEntity.class, id.value());
            if (entity != null) {
                new Tokens(store).erase(id);
                em.remove(entity);
                em.flush();
            }
            return entity != null;
        });
    }
}
