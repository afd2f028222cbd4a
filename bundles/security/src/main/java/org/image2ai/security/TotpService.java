package org.image2ai.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.security.SecondFactors;
import org.image2ai.kit.KeyFile;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;
import org.image2ai.kit.Vault;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.net.GuessLimit;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Second factors: a secret shared with an app, and ten codes for the day that the app is lost. */
@Component(
        service = {SecondFactors.class, TotpService.class},
        configurationPid = "org.image2ai.security")
public final class TotpService implements SecondFactors {
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final Duration SET_UP = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final Clock clock;
    private final Vault vault;
    private final GuessLimit guesses;

    @Activate
    public TotpService(
            SecurityConfig config,
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=security)") JpaTemplate jpa) {
        this(config, schema, jpa, Clock.systemUTC(), KeyFile.named("totp"));
    }

    TotpService(SecurityConfig config, Schema schema, JpaTemplate jpa, Clock clock, byte[] key) {
        schema.migrate(TotpService.class);
        this.store = new Store(jpa);
        this.clock = clock;
        this.vault = new Vault(key);
        this.guesses = new GuessLimit(config.guessesPerAccount(), clock);
    }

    /** Begun is not enough: it must have been shown once. */
    @Override
    public boolean enabled(AccountId account) {
        return confirmed(account).isPresent();
    }

    /** Since when an account has a second factor. */
    Optional<Instant> confirmed(AccountId account) {
        return store.read(em -> find(em, account).flatMap(TotpEntity::confirmed));
    }

    /** What is kept of an account: when a second factor was begun. */
    Optional<Instant> held(AccountId account) {
        return store.read(em -> find(em, account).map(TotpEntity::created));
    }

    private static Optional<TotpEntity> find(EntityManager em, AccountId account) {
        return Optional.ofNullable(em.find(TotpEntity.class, account.value()));
    }

    /** Begins a second factor. @return its secret in base 32 */
    String begin(AccountId account) {
        byte[] secret = Totp.newSecret();
        String sealed = vault.seal(secret, account.value());
        store.run(em -> {
            Optional<TotpEntity> before = find(em, account);
            if (before.flatMap(TotpEntity::confirmed).isPresent()) {
                throw PlatformException.conflict("two_factor_enabled", "There is a second factor; remove it first.");
            }
            before.ifPresentOrElse(
                    entity -> entity.setSecret(sealed, clock.instant()),
                    () -> em.persist(TotpEntity.from(account.value(), sealed, clock.instant())));
        });
        return Totp.base32(secret);
    }

    /** Makes it good when its first code is. @return the recovery codes, shown this once */
    List<String> confirm(AccountId account, String code) {
        if (enabled(account)) {
            throw PlatformException.conflict("two_factor_enabled", "The second factor was confirmed before.");
        }
        guess(account, () -> acceptTotp(account, clean(code)));
        List<String> codes =
                Stream.generate(TotpService::recoveryCode).limit(RECOVERY_CODES).toList();
        store.run(em -> {
            find(em, account).orElseThrow(TotpService::none).confirm(clock.instant());
            codes.forEach(c -> em.persist(RecoveryCodeEntity.from(hash(account, clean(c)), account.value())));
        });
        return codes;
    }

    /** Removes the second factor of who can show it. */
    void remove(AccountId account, String code) {
        require(account, code);
        erase(account);
    }

    @Override
    public void require(AccountId account, String code) {
        if (!enabled(account)) {
            throw none();
        }
        guess(account, () -> accept(account, code));
    }

    private void guess(AccountId account, BooleanSupplier good) {
        guesses.begin(account.value());
        if (!good.getAsBoolean()) {
            throw PlatformException.denied("invalid_code", "This code is not good, or was used before.")
                    .withField("code");
        }
        guesses.succeeded(account.value());
    }

    private static PlatformException none() {
        return PlatformException.notFound("two_factor", "set up");
    }

    /** Whether a code of the app or a recovery code is good; each is good once. */
    boolean accept(AccountId account, String code) {
        String clean = clean(code);
        return clean.matches("\\d{6}") ? acceptTotp(account, clean) : acceptRecovery(account, clean);
    }

    private boolean acceptTotp(AccountId account, String code) {
        return store.write(em -> {
            Optional<TotpEntity> entity = find(em, account);
            if (entity.isEmpty()) {
                return false;
            }
            OptionalLong step = Totp.step(vault.open(entity.get().secret(), account.value()), code, clock.instant());
            return step.isPresent()
                    && em.createNamedQuery("Totp.use")
                                    .setParameter("step", step.getAsLong())
                                    .setParameter("account", account.value())
                                    .executeUpdate()
                            > 0;
        });
    }

    private boolean acceptRecovery(AccountId account, String code) {
        return store.write(em -> em.createNamedQuery("RecoveryCode.use")
                        .setParameter("account", account.value())
                        .setParameter("hash", hash(account, code))
                        .executeUpdate()
                > 0);
    }

    private static String clean(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Sixteen letters and digits in four groups: 80 random bits. */
    private static String recoveryCode() {
        byte[] bits = new byte[RECOVERY_BYTES];
        RANDOM.nextBytes(bits);
        return Totp.base32(bits).replaceAll("(.{4})(?!$)", "$1-");
    }

    private static String hash(AccountId account, String code) {
        return Secrets.hash(account.value() + " " + code);
    }

    /** Removes what is kept of an account. @return whether there was something */
    boolean erase(AccountId account) {
        return store.write(em -> {
            int codes = em.createNamedQuery("RecoveryCode.erase")
                    .setParameter("account", account.value())
                    .executeUpdate();
            int secrets = em.createNamedQuery("Totp.erase")
                    .setParameter("account", account.value())
                    .executeUpdate();
            return codes + secrets > 0;
        });
    }

    /** Removes second factors that were begun and never shown. @return how many */
    int sweep() {
        return store.write(em -> em.createNamedQuery("Totp.unconfirmed")
                .setParameter("before", Micros.of(clock.instant().minus(SET_UP)))
                .executeUpdate());
    }
}
