package org.image2ai.security;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.kit.net.GuessLimit;
import org.image2ai.kit.net.Network;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Address, password and code of a person. Addresses that nobody has are treated as those that somebody has, in what is
 * said, in time, and in the limits of guessing.
 */
@Component(service = SignIn.class, configurationPid = "org.image2ai.security")
public final class SignIn {
    private static final int LONGEST_EMAIL = 254;

    private final Accounts accounts;
    private final TotpService totp;
    private final GuessLimit byAccount;
    private final GuessLimit byNetwork;

    @Activate
    public SignIn(SecurityConfig config, @Reference Accounts accounts, @Reference TotpService totp) {
        this(config, accounts, totp, Clock.systemUTC());
    }

    SignIn(SecurityConfig config, Accounts accounts, TotpService totp, Clock clock) {
        this.accounts = accounts;
        this.totp = totp;
        this.byAccount = new GuessLimit(config.guessesPerAccount(), clock);
        this.byNetwork = new GuessLimit(config.guessesPerNetwork(), clock);
    }

    /** What somebody says to be known. */
    record Attempt(String email, char[] password, Optional<String> code, String remoteAddress) {
        String person() {
            String normal = email.strip().toLowerCase(Locale.ROOT);
            return normal.length() > LONGEST_EMAIL ? normal.substring(0, LONGEST_EMAIL) : normal;
        }

        String network() {
            return Network.around(remoteAddress, 24, 64);
        }

        @Override
        public String toString() {
            return "Attempt";
        }
    }

    /**
     * Who that is, and whether a second factor was shown.
     *
     * @throws PlatformException DENIED {@code unauthenticated} whatever was wrong, {@code code_required} when only the
     *     code is missing; EXHAUSTED {@code rate_limited}
     */
    Known check(Attempt attempt) {
        begin(attempt);
        Known known;
        try {
            known = known(attempt);
        } catch (PlatformException e) {
            if (!e.code().equals("unauthenticated")) {
                // Nothing was guessed wrong; nothing is forgiven either.
                byAccount.takeBack(attempt.person());
                byNetwork.takeBack(attempt.network());
            }
            throw e;
        }
        byAccount.succeeded(attempt.person());
        byNetwork.takeBack(attempt.network());
        return known;
    }

    /** Somebody who is known. */
    record Known(Account account, boolean secondFactor) {}

    private void begin(Attempt attempt) {
        byNetwork.begin(attempt.network());
        try {
            byAccount.begin(attempt.person());
        } catch (PlatformException e) {
            byNetwork.takeBack(attempt.network());
            throw e;
        }
    }

    private Known known(Attempt attempt) {
        Account account = accounts.authenticate(attempt.email(), attempt.password())
                .filter(a -> a.state() == Account.State.ACTIVE)
                .orElseThrow(SignIn::refused);
        if (!totp.enabled(account.id())) {
            return new Known(account, false);
        }
        String code = attempt.code()
                .orElseThrow(() -> PlatformException.denied("code_required", "Send the code of the second factor too.")
                        .withField("code"));
        if (!totp.accept(account.id(), code)) {
            throw refused();
        }
        return new Known(account, true);
    }

    /** One message for all that is not good, so that nobody learns which part was wrong. */
    static PlatformException refused() {
        return PlatformException.unauthenticated("The credentials are not good.");
    }
}
