package org.image2ai.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.MailMessage;
import org.image2ai.api.notify.Mailer;
import org.image2ai.api.privacy.ProcessingChoices;
import org.image2ai.kit.Ids;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outbox of mail: what is accepted is a row, and the row is sent until somebody has taken it. */
@Component(service = Mailer.class, immediate = true)
public final class MailOutbox implements Mailer, Pump.Work {
    private static final Logger LOG = LoggerFactory.getLogger(MailOutbox.class);
    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int AT_ONCE = 2;
    private static final Set<Purpose> REFUSABLE = EnumSet.of(Purpose.IMPROVEMENT, Purpose.ANALYTICS, Purpose.SUPPORT);

    private final Mails mails;
    private final Channels channels;
    private final Settings settings;
    private final NotifyStore unit;
    private final DisclosureRows disclosures;
    private final Templates templates = new Templates();
    private final Pump pump;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ProcessingChoices choices;

    @Activate
    public MailOutbox(
            @Reference Mails mails,
            @Reference Channels channels,
            @Reference Settings settings,
            @Reference NotifyStore unit,
            @Reference DisclosureRows disclosures) {
        this.mails = mails;
        this.channels = channels;
        this.settings = settings;
        this.unit = unit;
        this.disclosures = disclosures;
        mails.claims().takeBack(settings.now());
        pump = new Pump("notify-mail", this, new Pump.Limits(AT_ONCE, AT_ONCE, AT_ONCE), settings);
    }

    @Deactivate
    void close() {
        pump.close();
    }

    @Override
    public void send(Mail mail) {
        MimeWriter.requireAddress(mail.to());
        MailMessage written = templates.write(Ids.next("msg"), mail);
        if (isRefused(mail)) {
            LOG.debug("The mail {} is not sent: its account does not want its purpose.", written.id());
            return;
        }
        unit.then(
                () -> {
                    mails.add(mail, written);
                    return true;
                },
                pump::wake);
    }

    /** What can be refused is not sent either while nobody knows what was refused. */
    private boolean isRefused(Mail mail) {
        if (mail.subject().isEmpty() || !REFUSABLE.contains(mail.purpose())) {
            return false;
        }
        ProcessingChoices live = choices;
        return live == null || refuses(live.of(mail.subject().get()), mail.purpose());
    }

    private static boolean refuses(ProcessingChoices.Choices account, Purpose purpose) {
        return account.restricted() || account.objections().contains(purpose);
    }

    @Override
    public List<Pump.Due> due(Instant now, Set<String> notLanes, Set<String> notOwners, int limit) {
        return mails.due(now, limit).stream()
                .map(id -> new Pump.Due(id, "", ""))
                .toList();
    }

    @Override
    public void handle(String id) {
        if (!disclosures.claim(() -> mails.claims().claim(id, settings.now(), LEASE), this::going, id)) {
            return;
        }
        mails.find(id).ifPresent(mail -> {
            if (mail.message().text().isEmpty()) {
                mails.claims().end(id, mail.tries(), Claims.DEAD, NotifyWords.SHREDDED, settings.now());
                return;
            }
            try {
                channels.chosen().send(mail.message());
                mails.claims().end(id, mail.tries(), "SENT", "", settings.now());
            } catch (PlatformException e) {
                failed(mail, e.code() + ": " + e.getMessage(), e.type() == ErrorType.INVALID);
            } catch (RuntimeException e) {
                LOG.warn("The mail channel {} failed.", settings.config().channel(), e);
                failed(mail, e.getClass().getSimpleName(), false);
            }
        });
    }

    private Optional<DisclosureRows.Going> going(String id) {
        return Recipients.usesMailServer(settings.config())
                ? mails.find(id)
                        .filter(mail -> !mail.message().text().isEmpty())
                        .map(mail -> new DisclosureRows.Going(
                                mail.account(),
                                Recipients.MAIL_SERVER,
                                settings.config().smtpHost()))
                : Optional.empty();
    }

    private void failed(MailEntity.Kept mail, String why, boolean forGood) {
        Instant now = settings.now();
        String id = mail.message().id();
        if (forGood || now.isAfter(mail.created().plus(PATIENCE))) {
            mails.claims().end(id, mail.tries(), Claims.DEAD, why, now);
            LOG.info("The mail {} was given up: {}", id, why);
        } else {
            mails.claims().retry(id, mail.tries(), why, now.plus(pause(mail.tries())));
        }
    }

    /** Twice as long each time, give or take a quarter, so that what failed together does not come back together. */
    static Duration pause(int tries) {
        long doubled = FIRST_PAUSE.toMillis() << Math.min(tries - 1, 20);
        long base = Math.min(doubled, LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(base * 3 / 4 + ThreadLocalRandom.current().nextLong(base / 2));
    }

    @Override
    public void sweep(Instant now) {
        mails.claims().expire(now);
    }

    @Override
    public void forget(Instant now) {
        mails.forget(now, settings.config().mailContentDays(), settings.config().logDays());
    }
}
