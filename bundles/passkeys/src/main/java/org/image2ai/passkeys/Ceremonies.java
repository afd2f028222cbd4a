package org.image2ai.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.image2ai.api.PlatformException;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two ceremonies of <a href="https://www.w3.org/TR/webauthn-3/#sctn-rp-operations">WebAuthn</a> with WebAuthn4J: type,
 * challenge, origin, host, the flags of a present and verified person, signature and counter. Who made the device does
 * not matter, so no attestation is asked for.
 */
@Component(service = Ceremonies.class)
public final class Ceremonies {
    /** ES256, EdDSA and RS256, best liked first. */
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private static final Logger LOG = LoggerFactory.getLogger(Ceremonies.class);
    private static final int LONGEST = 3_990;

    /** WebAuthn4J takes a while to come up: at the first ceremony, not at every start of the server. */
    private static final class WebAuthn {
        private static final ObjectConverter OBJECTS = new ObjectConverter();
        private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(OBJECTS);
        private static final AttestedCredentialDataConverter CONVERTER = new AttestedCredentialDataConverter(OBJECTS);
    }

    /** A device whose counter went back: somebody copied its key. */
    static final class CounterWentBack extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The credential of a registration that is good in all.
     *
     * @param takes takes the challenge
     * @throws PlatformException DENIED {@code passkey_refused}
     */
    Passkey.Credential registered(Answer answer, RelyingParty party, Predicate<String> takes) {
        byte[] id = answer.rawId();
        RegistrationRequest request = new RegistrationRequest(
                answer.response("attestationObject"),
                answer.response("clientDataJSON"),
                Set.copyOf(answer.transports()));
        RegistrationData data = guarded(() -> WebAuthn.MANAGER.parse(request));
        ServerProperty server = server(party, data.getCollectedClientData(), takes);
        return guarded(() -> {
            WebAuthn.MANAGER.verify(data, new RegistrationParameters(server, algorithms(), true, true));
            AuthenticatorData<?> said = data.getAttestationObject().getAuthenticatorData();
            AttestedCredentialData attested = said.getAttestedCredentialData();
            String encoded = Answer.encoded(WebAuthn.CONVERTER.convert(attested));
            String own = Answer.encoded(attested.getCredentialId());
            if (!own.equals(Answer.encoded(id)) || own.length() + encoded.length() > LONGEST) {
                throw Answer.refused();
            }
            return new Passkey.Credential(own, encoded, answer.transports(), said.isFlagBE(), said.getSignCount());
        });
    }

    private static List<PublicKeyCredentialParameters> algorithms() {
        return ALGORITHMS.stream()
                .map(number -> new PublicKeyCredentialParameters(
                        PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
                .toList();
    }

    /** Takes the challenge first: whatever else is wrong, it is not good a second time. */
    private static ServerProperty server(RelyingParty party, CollectedClientData client, Predicate<String> takes) {
        Challenge challenge = guarded(() -> client.getChallenge());
        if (!takes.test(guarded(() -> Answer.encoded(challenge.getValue())))) {
            throw Answer.refused();
        }
        return ServerProperty.builder()
                .origin(new Origin(party.origin()))
                .rpId(party.id())
                .challenge(challenge)
                .build();
    }

    /**
     * The new counter of a passkey whose answer is good in all.
     *
     * @param takes takes the challenge
     * @throws PlatformException DENIED {@code passkey_refused}
     * @throws CounterWentBack when only that is wrong
     */
    long signed(Answer answer, RelyingParty party, Optional<Passkey> passkey, Predicate<String> takes)
            throws CounterWentBack {
        AuthenticationRequest request = new AuthenticationRequest(
                answer.rawId(),
                answer.response("userHandle"),
                answer.response("authenticatorData"),
                answer.response("clientDataJSON"),
                answer.response("signature"));
        AuthenticationData data = guarded(() -> WebAuthn.MANAGER.parse(request));
        ServerProperty server = server(party, data.getCollectedClientData(), takes);
        Passkey.Credential known = passkey.orElseThrow(Answer::refused).credential();
        try {
            WebAuthn.MANAGER.verify(data, new AuthenticationParameters(server, credential(known), null, true, true));
        } catch (MaliciousCounterValueException e) {
            throw new CounterWentBack();
        } catch (RuntimeException e) {
            throw refused(e);
        }
        return data.getAuthenticatorData().getSignCount();
    }

    private CredentialRecordImpl credential(Passkey.Credential known) {
        AttestedCredentialData attested =
                WebAuthn.CONVERTER.convert(Base64.getUrlDecoder().decode(known.attested()));
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                known.backupEligible(),
                false,
                known.counter(),
                attested,
                null,
                null,
                null,
                null);
    }

    /** What came from outside may make a library fail in any way. */
    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw refused(e);
        }
    }

    private static PlatformException refused(RuntimeException why) {
        LOG.debug("A passkey was refused.", why);
        return Answer.refused().causedBy(why);
    }
}
