package org.image2ai.notify;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.image2ai.api.PlatformException;
import org.image2ai.api.notify.MailMessage;

/** Mails as RFC 5322 has them: text and HTML, and a Message-ID that a retry has too. */
final class MimeWriter {
    private static final int LONGEST_ADDRESS = 320;

    private final InternetAddress from;

    MimeWriter(String from) {
        try {
            this.from = new InternetAddress(from, true);
        } catch (AddressException e) {
            throw new IllegalArgumentException("from is no mail address: " + from, e);
        }
    }

    /** What is done with mail, in the class loader in which the library finds its own parts. */
    interface Act {
        void run() throws Exception;
    }

    static void withLibrary(Act act) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(MimeWriter.class.getClassLoader());
        try {
            act.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** @throws PlatformException INVALID {@code invalid_address} when this is not one plain address */
    static InternetAddress requireAddress(String address) {
        try {
            if (address.length() > LONGEST_ADDRESS || address.chars().anyMatch(Character::isISOControl)) {
                throw new AddressException("too long, or of more than one line");
            }
            InternetAddress parsed = new InternetAddress(address, true);
            if (!parsed.getAddress().equals(address)) {
                throw new AddressException("not the address alone");
            }
            return parsed;
        } catch (AddressException e) {
            throw PlatformException.invalid("invalid_address", "This is not a mail address.")
                    .withField("to")
                    .causedBy(e);
        }
    }

    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    MimeMessage write(Session session, MailMessage message) throws MessagingException {
        String domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        MimeMessage mime = new Identified(session, "<" + message.id() + "@" + domain + ">");
        mime.setFrom(from);
        mime.setRecipient(RecipientType.TO, requireAddress(message.to()));
        mime.setSubject(message.subject(), "UTF-8");
        mime.setSentDate(new Date());
        // RFC 3834: nobody's holiday notice is wanted.
        mime.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(message.text(), "text/plain"));
        both.addBodyPart(part(message.html(), "text/html"));
        mime.setContent(both);
        mime.saveChanges();
        return mime;
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type + "; charset=UTF-8")));
        return part;
    }
}
