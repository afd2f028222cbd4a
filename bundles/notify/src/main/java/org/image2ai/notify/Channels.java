package org.image2ai.notify;

import java.util.HashMap;
import java.util.Map;
import org.image2ai.api.PlatformException;
import org.image2ai.api.notify.MessageChannel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The ways for mail to leave that are live, and the one that the configuration names. */
@Component(service = Channels.class)
public final class Channels {
    private final String name;
    private final Map<MessageChannel, String> live = new HashMap<>();

    @Activate
    public Channels(@Reference Settings settings) {
        name = settings.config().channel();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindChannel(MessageChannel channel, Map<String, ?> properties) {
        synchronized (live) {
            live.put(channel, String.valueOf(properties.get("image2ai.channel.id")));
        }
    }

    void unbindChannel(MessageChannel channel) {
        synchronized (live) {
            live.remove(channel);
        }
    }

    MessageChannel chosen() {
        synchronized (live) {
            return live.entrySet().stream()
                    .filter(channel -> channel.getValue().equals(name))
                    .findFirst()
                    .orElseThrow(() -> PlatformException.upstream(
                            "mail_unavailable", "The mail channel " + name + " is not there.", true))
                    .getKey();
        }
    }
}
