package org.image2ai.notify;

import jakarta.mail.Session;
import java.util.Properties;
import org.image2ai.api.PlatformException;
import org.image2ai.api.notify.MailMessage;
import org.image2ai.api.notify.MessageChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail as files, for a server that has no mail server yet: each an {@code .eml} that only the owner can read. */
@Component(property = "image2ai.channel.id=" + FileChannel.ID)
public final class FileChannel implements MessageChannel {
    static final String ID = "file";

    private static final Logger LOG = LoggerFactory.getLogger(FileChannel.class);

    private final MailFiles files;
    private final MimeWriter writer;

    @Activate
    public FileChannel(@Reference Settings settings) {
        files = new MailFiles(settings);
        writer = new MimeWriter(settings.config().from());
        if (settings.config().channel().equals(ID)) {
            LOG.info("Mail is written to files in {}, since no mail server is configured.", files.folder());
        }
    }

    @Override
    public void send(MailMessage message) {
        try {
            MimeWriter.withLibrary(
                    () -> files.write(message.id(), out -> writer.write(Session.getInstance(new Properties()), message)
                            .writeTo(out)));
        } catch (PlatformException e) {
            throw e;
        } catch (Exception e) {
            throw PlatformException.upstream("mail_unavailable", "The mail could not be written to a file.", true)
                    .causedBy(e);
        }
    }
}
