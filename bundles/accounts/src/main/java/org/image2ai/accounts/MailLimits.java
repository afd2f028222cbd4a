package org.image2ai.accounts;

import java.time.Clock;
import java.time.Duration;
import org.image2ai.kit.net.Network;
import org.image2ai.kit.net.RateLimit;

/** How many mails strangers may ask for: from one network, and to one address, whether anybody has it or not. */
final class MailLimits {
    private final RateLimit byNetwork;
    private final RateLimit byAddress;

    MailLimits(AccountsConfig config, Clock clock) {
        byNetwork = new RateLimit(config.mailsPerNetwork(), Duration.ofHours(1), clock);
        byAddress = new RateLimit(config.mailsPerAddress(), Duration.ofHours(1), clock);
    }

    void network(String remoteAddress) {
        byNetwork.take(Network.around(remoteAddress, 24, 64));
    }

    void address(String email) {
        byAddress.take(Emails.normal(email));
    }
}
