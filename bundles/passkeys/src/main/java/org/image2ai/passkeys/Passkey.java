package org.image2ai.passkeys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.AccountId;

/** A passkey of a person: the public half of a key pair whose secret half never left their device. */
record Passkey(
        String id, AccountId account, String name, Credential credential, Instant created, Optional<Instant> lastUsed) {
    /**
     * What a device said at the registration, and how far it has counted since.
     *
     * @param id the credential's own id in base64url, by which the device knows it
     * @param attested the attested credential data of WebAuthn in base64url: the id again, and the public key
     * @param transports by which ways the device is reached
     * @param backupEligible whether the device may copy the key to others; this never changes
     * @param counter what the device counted last; 0 of devices that do not count
     */
    record Credential(String id, String attested, List<String> transports, boolean backupEligible, long counter) {}

    @Override
    public String toString() {
        return "Passkey[" + id + "]";
    }
}
