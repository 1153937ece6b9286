package madoguchi.portal;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import madoguchi.core.Octets;

/*
 * Everything that a browser sends comes from nobody knows whom: whatever cannot be read or verified is one and the same "no". The face, finger or PIN at the phone is always demanded ("user verification"): a passkey replaces
 * card and PIN together. Where a phone counts its signatures, a counter that does not rise betrays a copied key; most phones count nothing (0), and then nothing can be learnt from it.
 */

/** パスキーの検証 – the rules of WebAuthn (Level 3 §7) by the library webauthn4j, which stays inside this file. */
final class PasskeyCeremony {

    /**
     * 名乗り – what an answer claims before it is verified.
     *
     * @param challenge which it answers
     * @param credential by which key
     * @param handle the person's random name inside the phone; absent where the phone tells none
     */
    record Claim(Octets challenge, Octets credential, Optional<Octets> handle) {}

    /** 検証の結果. */
    sealed interface Asserted {
        /** 確かめた – with the new counter. */
        record Good(long counter) implements Asserted {}

        /** 複製の疑い – genuine, but its counter has not risen. */
        record Cloned() implements Asserted {}

        /** 確かめられない. */
        record Wrong() implements Asserted {}
    }

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = PasskeyOptions.ALGORITHMS.stream()
            .map(number -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);
    private final WebAuthnManager rules = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final RelyingParty party;

    PasskeyCeremony(RelyingParty party) {
        this.party = party;
    }

    /** Which challenge a new key answers; empty for what is no answer. */
    Optional<Octets> challenge(String response) {
        return readable(() -> rules.parseRegistrationResponseJSON(response))
                .flatMap(data -> challenge(data.getCollectedClientData()));
    }

    /** The new key; empty for one that was made elsewhere, for another challenge, or by nobody's hand. */
    Optional<Passkey.Key> made(String response, Octets challenge, Octets handle) {
        return readable(() -> {
                    RegistrationData data = rules.parseRegistrationResponseJSON(response);
                    return rules.verify(data, new RegistrationParameters(place(challenge), ALGORITHMS, true, true));
                })
                .flatMap(data -> key(data, handle));
    }

    private Optional<Passkey.Key> key(RegistrationData data, Octets handle) {
        return Optional.ofNullable(data.getAttestationObject())
                .map(AttestationObject::getAuthenticatorData)
                .flatMap(made -> Optional.ofNullable(made.getAttestedCredentialData())
                        .map(attested -> key(made, attested, handle)));
    }

    private Passkey.Key key(
            AuthenticatorData<RegistrationExtensionAuthenticatorOutput> made,
            AttestedCredentialData attested,
            Octets handle) {
        return new Passkey.Key(
                handle,
                Octets.of(attested.getCredentialId()),
                Octets.of(keys.convert(attested)),
                made.isFlagBE(),
                made.getSignCount());
    }

    /** Who answers what; empty for what is no answer. */
    Optional<Claim> claim(String response) {
        return readable(() -> rules.parseAuthenticationResponseJSON(response))
                .flatMap(data -> challenge(data.getCollectedClientData())
                        .flatMap(challenge -> Optional.ofNullable(data.getCredentialId())
                                .map(credential -> new Claim(
                                        challenge,
                                        Octets.of(credential),
                                        Optional.ofNullable(data.getUserHandle())
                                                .map(Octets::of)))));
    }

    /** Whether the key signed this challenge, here, by its holder's hand. */
    Asserted asserted(String response, Octets challenge, Passkey.Key key) {
        try {
            return readable(() -> verified(response, challenge, key))
                    .flatMap(data -> Optional.ofNullable(data.getAuthenticatorData()))
                    .<Asserted>map(data -> new Asserted.Good(data.getSignCount()))
                    .orElseGet(Asserted.Wrong::new);
        } catch (MaliciousCounterValueException copied) {
            return new Asserted.Cloned();
        }
    }

    private AuthenticationData verified(String response, Octets challenge, Passkey.Key key) {
        AuthenticationData data = rules.parseAuthenticationResponseJSON(response);
        CredentialRecordImpl known = new CredentialRecordImpl(
                null,
                true,
                key.backupEligible(),
                false,
                key.counter(),
                keys.convert(key.attested().bytes()),
                null,
                null,
                null,
                null);
        return rules.verify(
                data,
                new AuthenticationParameters(
                        place(challenge), known, List.of(key.credential().bytes()), true, true));
    }

    private ServerProperty place(Octets challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(party.origin()))
                .rpId(party.id())
                .challenge(new DefaultChallenge(challenge.bytes()))
                .build();
    }

    private static Optional<Octets> challenge(CollectedClientData client) {
        return Optional.ofNullable(client)
                .map(CollectedClientData::getChallenge)
                .map(challenge -> Octets.of(challenge.getValue()));
    }

    /* The library says "unreadable" in many ways, a missing part by a NullPointerException, a number where a map should be by a ClassCastException. The counter is told apart by the caller. */
    private static <T> Optional<T> readable(Supplier<T> work) {
        try {
            return Optional.ofNullable(work.get());
        } catch (MaliciousCounterValueException copied) {
            throw copied;
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
