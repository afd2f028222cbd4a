package org.image2ai.billing;

import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;

/** The account that somebody at the shell means. */
final class OneAccount {
    private OneAccount() {}

    static AccountId named(String idOrEmail, Accounts accounts) {
        if (idOrEmail.contains("@")) {
            return accounts.findByEmail(idOrEmail)
                    .map(Account::id)
                    .orElseThrow(() -> PlatformException.notFound("account", "with this e-mail address"));
        }
        return accounts.find(new AccountId(idOrEmail))
                .map(Account::id)
                .orElseThrow(() -> PlatformException.notFound("account", idOrEmail));
    }
}
