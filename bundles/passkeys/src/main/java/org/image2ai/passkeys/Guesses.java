package org.image2ai.passkeys;

import java.time.Clock;
import java.util.function.Supplier;
import org.image2ai.api.PlatformException;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.kit.net.GuessLimit;
import org.image2ai.kit.net.Network;
import org.image2ai.kit.net.RateLimit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The limits of guessing, as sign-in by password has them; a passkey that nobody has is treated as any other. */
@Designate(ocd = PasskeysConfig.class)
@Component(service = Guesses.class, configurationPid = "org.image2ai.passkeys")
public final class Guesses {
    private final GuessLimit byPasskey;
    private final GuessLimit byNetwork;
    private final RateLimit begun;

    @Activate
    public Guesses(PasskeysConfig config) {
        this(config, Clock.systemUTC());
    }

    Guesses(PasskeysConfig config, Clock clock) {
        this.byPasskey = new GuessLimit(config.guessesPerPasskey(), clock);
        this.byNetwork = new GuessLimit(config.guessesPerNetwork(), clock);
        this.begun = new RateLimit(config.challengesPerNetwork(), Challenges.LIFE, clock);
    }

    /** Counts a sign-in that is begun. @throws PlatformException EXHAUSTED {@code rate_limited} */
    void takeChallenge(ClientInfo client) {
        begun.take(network(client));
    }

    /** Does the work of a sign-in. @throws PlatformException EXHAUSTED {@code rate_limited} during a pause */
    <T> T guarded(String passkey, ClientInfo client, Supplier<T> work) {
        String network = network(client);
        begin(passkey, network);
        T result;
        try {
            result = work.get();
        } catch (PlatformException e) {
            if (!e.code().equals(Answer.REFUSED)) {
                // Nothing was guessed wrong; nothing is forgiven either.
                byPasskey.takeBack(passkey);
                byNetwork.takeBack(network);
            }
            throw e;
        }
        byPasskey.succeeded(passkey);
        byNetwork.takeBack(network);
        return result;
    }

    private void begin(String passkey, String network) {
        byNetwork.begin(network);
        try {
            byPasskey.begin(passkey);
        } catch (PlatformException e) {
            byNetwork.takeBack(network);
            throw e;
        }
    }

    private static String network(ClientInfo client) {
        return Network.around(client.remoteAddress(), 24, 64);
    }
}
