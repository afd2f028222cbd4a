package org.image2ai.notify;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.MailMessage;
import org.image2ai.kit.Micros;

/** A mail in the outbox. */
@Entity
@Table(name = "ntf_mail")
@NamedQueries({
    @NamedQuery(
            name = "mail.due",
            query = "SELECT m.id FROM MailEntity m WHERE m.state = 'QUEUED' AND m.nextAt <= :now ORDER BY m.nextAt"),
    @NamedQuery(
            name = "mail.claim",
            query = "UPDATE MailEntity m SET m.state = 'SENDING', m.tries = m.tries + 1, m.instance = :instance,"
                    + " m.leaseUntil = :until WHERE m.id = :id AND m.state = 'QUEUED' AND m.nextAt <= :now"),
    @NamedQuery(
            name = "mail.takeBack",
            query = "UPDATE MailEntity m SET m.state = 'QUEUED', m.nextAt = :now"
                    + " WHERE m.state = 'SENDING' AND m.instance = :instance"),
    @NamedQuery(
            name = "mail.expire",
            query = "UPDATE MailEntity m SET m.state = 'QUEUED', m.nextAt = :now"
                    + " WHERE m.state = 'SENDING' AND m.leaseUntil < :now"),
    @NamedQuery(
            name = "mail.end",
            query = "UPDATE MailEntity m SET m.state = :state, m.error = :error, m.ended = :now"
                    + " WHERE m.id = :id AND m.state = 'SENDING' AND m.tries = :tries"),
    @NamedQuery(
            name = "mail.retry",
            query = "UPDATE MailEntity m SET m.state = 'QUEUED', m.error = :error, m.nextAt = :next"
                    + " WHERE m.id = :id AND m.state = 'SENDING' AND m.tries = :tries"),
    @NamedQuery(
            name = "mail.blank",
            query = "UPDATE MailEntity m SET m.text = '', m.html = '', m.subject = ''"
                    + " WHERE m.ended < :before AND m.subject <> '' AND m.account NOT IN (:frozen)"),
    @NamedQuery(
            name = "mail.forget",
            query = "DELETE FROM MailEntity m WHERE m.ended < :before AND m.account NOT IN (:frozen)"),
    @NamedQuery(
            name = "mail.undisclosed",
            query = "SELECT COUNT(m) FROM MailEntity m WHERE m.account = :account AND m.disclosed = FALSE"),
    @NamedQuery(name = "mail.newest", query = "SELECT m FROM MailEntity m ORDER BY m.created DESC, m.id DESC"),
    @NamedQuery(
            name = "mail.ofAccount",
            query = "SELECT m FROM MailEntity m WHERE m.account = :account AND m.id > :after ORDER BY m.id"),
})
public class MailEntity {
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "account_id")
    private String account;

    @Column(name = "recipient")
    private String recipient;

    @Column(name = "template")
    private String template;

    @Column(name = "subject")
    private String subject;

    @Column(name = "body_text", length = 1_000_000)
    private String text;

    @Column(name = "body_html", length = 1_000_000)
    private String html;

    @Column(name = "state")
    private String state;

    @Column(name = "tries")
    private int tries;

    @Column(name = "next_at")
    private long nextAt;

    @Column(name = "instance_id")
    private String instance;

    @Column(name = "lease_until")
    private long leaseUntil;

    @Column(name = "error")
    private String error;

    @Column(name = "created_at")
    private long created;

    @Column(name = "ended_at")
    private Long ended;

    /** Whether it is written down where it goes; not so for mails older than that record. */
    @Column(name = "disclosed")
    private boolean disclosed;

    protected MailEntity() {}

    static MailEntity from(Mail mail, MailMessage written, NotifyWords words, Instant now) {
        MailEntity row = new MailEntity();
        row.id = written.id();
        row.account = mail.subject().map(AccountId::value).orElse("");
        row.recipient = written.to();
        row.template = mail.template();
        row.subject = written.subject();
        row.text = words.seal(row.account, NotifyPersonalData.MAILS, written.text());
        row.html = words.seal(row.account, NotifyPersonalData.MAILS, written.html());
        row.state = Claims.QUEUED;
        row.nextAt = Micros.of(now);
        row.instance = "";
        row.error = "";
        row.disclosed = true;
        row.created = Micros.of(now);
        return row;
    }

    /**
     * A mail as it stands.
     *
     * @param account whose, or empty
     */
    record Kept(
            MailMessage message,
            String account,
            String template,
            String state,
            int tries,
            Instant next,
            String error,
            Instant created,
            Optional<Instant> ended) {}

    Kept toRecord(NotifyWords words) {
        return new Kept(
                new MailMessage(
                        id,
                        recipient,
                        subject,
                        words.open(account, NotifyPersonalData.MAILS, text),
                        words.open(account, NotifyPersonalData.MAILS, html)),
                account,
                template,
                state,
                tries,
                Micros.instant(nextAt),
                error,
                Micros.instant(created),
                Micros.optional(ended));
    }
}
