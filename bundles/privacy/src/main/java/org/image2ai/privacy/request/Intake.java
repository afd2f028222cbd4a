package org.image2ai.privacy.request;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.net.Network;
import org.image2ai.kit.net.RateLimit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests by people who are not signed in. What is answered, and how fast, is the same whether an address is known or
 * not: whatever only a known one makes necessary is done after the answer.
 */
@Component(service = Intake.class)
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int MOST_WAITING = 1_000;
    private static final int LONGEST = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]+");

    private final PrivacyRequests requests;
    private final RateLimit byNetwork;
    private final RateLimit byAddress;
    private final Executor background;

    @Activate
    public Intake(@Reference PrivacyRequests requests, @Reference Settings settings) {
        this(requests, settings, background());
    }

    Intake(PrivacyRequests requests, Settings settings, Executor background) {
        this.requests = requests;
        this.byNetwork = new RateLimit(settings.config().intakePerNetwork(), Duration.ofHours(1), settings.clock());
        this.byAddress = new RateLimit(settings.config().intakePerAddress(), Duration.ofHours(1), settings.clock());
        this.background = background;
    }

    private static ExecutorService background() {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
            Thread thread = new Thread(work, "privacy-intake");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void close() {
        if (background instanceof ExecutorService threads) {
            threads.shutdown();
        }
    }

    /**
     * Takes what somebody asks in the name of an address.
     *
     * @throws PlatformException INVALID {@code invalid_email}, {@code invalid_type}; EXHAUSTED {@code rate_limited}
     */
    void take(String email, RequestType type, Optional<Law> law, String remoteAddress) {
        String address = email == null ? "" : email.strip();
        if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
            throw PlatformException.invalid("invalid_email", "This is no e-mail address.")
                    .withField("email");
        }
        if (!PrivacyRequests.byMail().contains(type)) {
            throw PlatformException.invalid(
                            "invalid_type", "Without signing in, type is access, portability, erasure or stop_sale.")
                    .withField("type");
        }
        byNetwork.take(Network.around(remoteAddress, 24, 64));
        byAddress.take(address.toLowerCase(Locale.ROOT));
        later(() -> requests.intake(address, type, law));
    }

    private void later(Runnable work) {
        try {
            background.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.warn("A privacy request that came by mail could not be taken.", e);
                }
            });
        } catch (RejectedExecutionException e) {
            throw PlatformException.exhausted("busy", "Too many requests are being taken; come again soon.", true)
                    .causedBy(e);
        }
    }
}
