package org.image2ai.accounts;

/** Addresses that stand in mails; a token is base64url, so it needs no escape. */
final class Links {
    private Links() {}

    static String verify(AccountsConfig config, String token) {
        return base(config) + "/api/v1/accounts/verify?token=" + token;
    }

    static String reset(AccountsConfig config, String token) {
        return base(config) + "/reset-password?token=" + token;
    }

    static String base(AccountsConfig config) {
        return config.publicUrl().replaceAll("/+$", "");
    }
}
