package org.image2ai.passkeys;

/** What a browser needs to ask for any passkey of this server: PublicKeyCredentialRequestOptionsJSON of WebAuthn. */
public record RequestOptions(String challenge, String rpId, long timeout, String userVerification) {
    static RequestOptions of(String challenge, RelyingParty party) {
        return new RequestOptions(challenge, party.id(), Challenges.LIFE.toMillis(), "required");
    }
}
