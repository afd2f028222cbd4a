package org.image2ai.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.image2ai.api.PlatformException;
import org.image2ai.api.notify.MailMessage;
import org.image2ai.api.notify.MessageChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Mail through a mail server (RFC 5321), with certificates checked unless security is off. */
@Component(property = "image2ai.channel.id=smtp")
public final class SmtpChannel implements MessageChannel {
    private final NotifyConfig config;
    private final MimeWriter writer;
    private final Properties properties;

    @Activate
    public SmtpChannel(@Reference Settings settings) {
        config = settings.config();
        writer = new MimeWriter(config.from());
        properties = properties(config);
    }

    private static Properties properties(NotifyConfig config) {
        Properties all = new Properties();
        String timeout = String.valueOf(config.smtpTimeoutMillis());
        all.setProperty("mail.smtp.connectiontimeout", timeout);
        all.setProperty("mail.smtp.timeout", timeout);
        all.setProperty("mail.smtp.writetimeout", timeout);
        all.setProperty("mail.smtp.auth", String.valueOf(!config.smtpUser().isEmpty()));
        all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (config.smtpSecurity()) {
            case "starttls" -> {
                all.setProperty("mail.smtp.starttls.enable", "true");
                all.setProperty("mail.smtp.starttls.required", "true");
            }
            case "tls" -> all.setProperty("mail.smtp.ssl.enable", "true");
            case "none" -> all.setProperty("mail.smtp.starttls.enable", "false");
            default -> throw new IllegalArgumentException("smtpSecurity is starttls, tls or none");
        }
        return all;
    }

    @Override
    public void send(MailMessage message) {
        try {
            MimeWriter.withLibrary(() -> transmit(message));
        } catch (PlatformException e) {
            throw e;
        } catch (Exception e) {
            throw refused(e)
                    ? PlatformException.invalid("mail_refused", "The mail server refuses this mail for good.")
                            .causedBy(e)
                    : PlatformException.upstream("mail_unavailable", "The mail server did not take the mail.", true)
                            .causedBy(e);
        }
    }

    private void transmit(MailMessage message) throws MessagingException {
        Session session = Session.getInstance(properties);
        MimeMessage mime = writer.write(session, message);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(
                    config.smtpHost(), config.smtpPort(), text(config.smtpUser()), text(config.smtpPassword()));
            transport.sendMessage(mime, mime.getAllRecipients());
        }
    }

    private static String text(String setting) {
        return setting.isEmpty() ? null : setting;
    }

    /** A reply of 5xx to the address or the mail itself is final; one to the sender or the login is ours to mend. */
    private static boolean refused(Exception failure) {
        for (Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
            if (e instanceof SMTPSenderFailedException) {
                return false;
            }
            if (e instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= 500;
            }
            if (e instanceof SMTPSendFailedException send && send.getNextException() == null) {
                return send.getReturnCode() >= 550;
            }
        }
        return false;
    }
}
