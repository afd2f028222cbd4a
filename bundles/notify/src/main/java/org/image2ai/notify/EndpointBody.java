package org.image2ai.notify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.image2ai.api.PlatformException;

/** What a client says of an endpoint; what it leaves out stays as it is. */
public record EndpointBody(
        Optional<String> url, Optional<List<String>> events, Optional<String> description, Optional<Boolean> enabled) {
    private static final Pattern EVENT = Pattern.compile("\\*|[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*){1,4}");
    private static final int LONGEST_EVENT = 100;
    private static final int MOST_EVENTS = 30;
    private static final int LONGEST_DESCRIPTION = 200;

    public EndpointBody {
        url = url == null ? Optional.empty() : url;
        events = events == null ? Optional.empty() : events;
        description = description == null ? Optional.empty() : description;
        enabled = enabled == null ? Optional.empty() : enabled;
    }

    /** @throws PlatformException INVALID naming the field */
    EndpointBody checked() {
        events.ifPresent(EndpointBody::check);
        description.ifPresent(text -> {
            if (text.length() > LONGEST_DESCRIPTION || text.chars().anyMatch(Character::isISOControl)) {
                throw PlatformException.invalid(
                                "invalid_description", "A description is one line of up to 200 characters.")
                        .withField("description");
            }
        });
        return this;
    }

    private static void check(List<String> events) {
        boolean good = !events.isEmpty()
                && events.size() <= MOST_EVENTS
                && events.stream()
                        .allMatch(e -> Objects.nonNull(e)
                                && e.length() <= LONGEST_EVENT
                                && EVENT.matcher(e).matches());
        if (!good) {
            throw PlatformException.invalid(
                            "invalid_events", "events holds 1 to 30 names such as job.succeeded, or * for all.")
                    .withField("events");
        }
    }

    /** The same, of a new endpoint: it needs an address and events. */
    EndpointBody complete() {
        if (url.isEmpty() || events.isEmpty()) {
            throw PlatformException.invalid("missing_field", "A webhook needs url and events.")
                    .withField(url.isEmpty() ? "url" : "events");
        }
        return checked();
    }
}
