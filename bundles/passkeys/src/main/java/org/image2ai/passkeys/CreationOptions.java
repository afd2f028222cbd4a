package org.image2ai.passkeys;

import java.util.List;
import org.image2ai.api.account.Account;

/** What a browser needs for a new passkey: PublicKeyCredentialCreationOptionsJSON of WebAuthn. */
public record CreationOptions(
        String challenge,
        Party rp,
        Person user,
        List<Algorithm> pubKeyCredParams,
        long timeout,
        List<Known> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {
    private static final String PUBLIC_KEY = "public-key";

    /** This server. */
    public record Party(String id, String name) {}

    /** Whose passkey it is, by the handle that the device keeps. */
    public record Person(String id, String name, String displayName) {}

    /** A kind of signature, by its number at IANA. */
    public record Algorithm(String type, int alg) {}

    /** A passkey that there is already, so that a device makes no second one. */
    public record Known(String type, String id, List<String> transports) {}

    /** A passkey that finds its account by itself, and asks the device to know its owner. */
    public record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    static CreationOptions of(String challenge, Party party, Person person, List<Passkey> held) {
        return new CreationOptions(
                challenge,
                party,
                person,
                Ceremonies.ALGORITHMS.stream()
                        .map(number -> new Algorithm(PUBLIC_KEY, number))
                        .toList(),
                Challenges.LIFE.toMillis(),
                held.stream()
                        .map(Passkey::credential)
                        .map(known -> new Known(PUBLIC_KEY, known.id(), known.transports()))
                        .toList(),
                new Selection("required", true, "required"),
                "none");
    }

    static Person person(String handle, Account account) {
        return new Person(handle, account.email(), account.name());
    }
}
