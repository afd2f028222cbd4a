package org.image2ai.notify;

import org.image2ai.api.AccountId;
import org.image2ai.api.storage.SubjectVault;

/** The bodies of mails and webhooks in their rows, sealed under the key of whose they are. */
final class NotifyWords {
    /** Why something is given up whose key was destroyed. */
    static final String SHREDDED = "text_shredded";

    private final SubjectVault vault;

    NotifyWords(SubjectVault vault) {
        this.vault = vault;
    }

    /** @param account empty for mail to somebody who has none, whose body is soon made blank */
    String seal(String account, String holding, String body) {
        return account.isEmpty() ? body : vault.seal(new AccountId(account), holding, body);
    }

    /** Empty where the key was destroyed. */
    String open(String account, String holding, String sealed) {
        return account.isEmpty()
                ? sealed
                : vault.find(new AccountId(account), holding, sealed).orElse("");
    }
}
