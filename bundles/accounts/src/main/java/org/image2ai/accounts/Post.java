package org.image2ai.accounts;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The letters of this bundle with the limits on them, which all who send share. */
@Component(service = Post.class, configurationPid = "org.image2ai.accounts")
public final class Post {
    private final Letters letters;
    private final Links links;
    private final MailLimits limits;
    private final Clock clock;

    @Activate
    public Post(AccountsConfig config, @Reference Letters letters, @Reference Links links) {
        this(config, letters, links, Clock.systemUTC());
    }

    Post(AccountsConfig config, Letters letters, Links links, Clock clock) {
        this.letters = letters;
        this.links = links;
        this.limits = new MailLimits(config, clock);
        this.clock = clock;
    }

    Letters letters() {
        return letters;
    }

    Links links() {
        return links;
    }

    MailLimits limits() {
        return limits;
    }

    Clock clock() {
        return clock;
    }
}
