package org.image2ai.notify;

import java.util.List;
import java.util.Map;
import org.image2ai.api.privacy.ConfiguredRecipients;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** To whom mail and webhooks go, by the names in the declaration; the host of the mail server is the operator's to say. */
@Component(service = {Recipients.class, ConfiguredRecipients.class})
public final class Recipients implements ConfiguredRecipients {
    static final String BUNDLE = "org.image2ai.notify";
    static final String MAIL_SERVER = "The mail server that the operator configured";
    static final String WEBHOOK = "The server of a webhook that the person named";

    private final NotifyConfig config;

    @Activate
    public Recipients(@Reference Settings settings) {
        this.config = settings.config();
    }

    /** Whether mail goes to a mail server, and not into a file or to a plugin that declares its own recipient. */
    static boolean usesMailServer(NotifyConfig config) {
        return config.channel().equals("smtp");
    }

    @Override
    public Map<String, List<String>> hosts() {
        return Map.of(MAIL_SERVER, usesMailServer(config) ? List.of(config.smtpHost()) : List.of());
    }
}
