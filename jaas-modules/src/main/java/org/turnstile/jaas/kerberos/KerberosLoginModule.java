/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSCredential;
import org.turnstile.api.IdentityType;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.api.UserIdentityCallback;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosSession;
import org.turnstile.api.kerberos.KerberosToken;
import org.turnstile.api.kerberos.KerberosTokenException;
import org.turnstile.jaas.AbstractTurnstileLoginModule;
import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.kerberos.replay.JdbcReplayCache;
import org.turnstile.jaas.kerberos.replay.MemoryReplayCache;
import org.turnstile.jaas.kerberos.replay.ReplayCache;
import org.turnstile.jaas.kerberos.replay.ReplayStoreException;

/**
 * Type 3: verifies an AP-REQ with the keys of a keytab (PS3.15 §B.6), and leaves the AP-REP for the
 * Server-response if the peer asks for one. Bare, in GSS-API and in SPNEGO are one path and one
 * replay cache. The subject gets the {@link KerberosPrincipal} of the ticket's client and a {@link
 * KerberosSession}, a delegated credential if that is switched on; never a key. Options: {@link
 * KerberosOption}.
 */
public final class KerberosLoginModule extends AbstractTurnstileLoginModule {

    private static final Clock CLOCK = Clock.systemUTC();

    private final List<Principal> principals = new ArrayList<>();
    private final List<Object> facts = new ArrayList<>();
    private final List<GSSCredential> delegated = new ArrayList<>();

    /** As JAAS needs it. */
    public KerberosLoginModule() {}

    @Override
    protected Collection<? extends LoginOption> knownOptions() {
        return List.of(KerberosOption.values());
    }

    @Override
    protected void authenticate(UserIdentityCallback identity) throws LoginException {
        LoginRequest request = identity.request();
        if (request.type() != IdentityType.KERBEROS) {
            throw new FailedLoginException("takes KERBEROS, not " + request.type());
        }
        KerberosPolicy policy = KerberosPolicy.of(options());
        KerberosToken token = token(identity.primary(), policy);
        Path file = options().file(KerberosOption.KEYTAB, request.home()).orElseThrow();
        Keytab keytab = WatchedKeytab.of(request.scope(), file).current();
        try (VerifiedRequest verified =
                new ApReqVerifier(policy, keytab, CLOCK)
                        .verify(token.message(), request.peer().getAddress())) {
            refuseReplay(verified, request, policy.skew());
            keepDelegated(verified, token, file);
            if (request.positiveResponseRequested()) {
                identity.serverResponse(token.answer(verified.reply()).encodeReply());
            }
            principals.add(new KerberosPrincipal(verified.client()));
            facts.add(verified.session(token.framing()));
            shared().shareName(verified.client());
        }
    }

    private static KerberosToken token(byte[] primary, KerberosPolicy policy)
            throws RequestRefusedException {
        KerberosToken token;
        try {
            token = KerberosToken.request(primary);
        } catch (KerberosTokenException e) {
            throw KerberosError.KRB_ERR_GENERIC.because(e.getMessage(), e);
        }
        if (!policy.framings().contains(token.framing())) {
            throw KerberosError.KRB_ERR_GENERIC.because(
                    "a token in " + token.framing() + ", which is switched off");
        }
        return token;
    }

    /** The last of the checks, so that nobody fills the cache with requests that are not sound. */
    private void refuseReplay(VerifiedRequest verified, LoginRequest request, Duration skew)
            throws LoginException {
        try {
            if (!replays(request)
                    .putIfAbsent(
                            verified.replayKey(), CLOCK.instant().plus(skew.multipliedBy(2)))) {
                throw KerberosError.KRB_AP_ERR_REPEAT.because(
                        "this request of " + verified.client() + " was accepted before");
            }
        } catch (ReplayStoreException e) {
            throw new LoginUnavailableException(e.getMessage(), e);
        }
    }

    private ReplayCache replays(LoginRequest request) {
        int most = options().number(KerberosOption.REPLAY_ENTRIES);
        Optional<String> shared = options().jndiName(KerberosOption.REPLAY_DATA_SOURCE);
        return shared.isPresent()
                ? JdbcReplayCache.of(request.scope(), shared.get(), most, CLOCK)
                : MemoryReplayCache.of(request.scope(), most, CLOCK);
    }

    private void keepDelegated(VerifiedRequest verified, KerberosToken token, Path keytab)
            throws RequestRefusedException {
        boolean wanted = options().flag(KerberosOption.DELEGATION);
        if (wanted && token.framing() != Framing.RAW && verified.delegates()) {
            delegated.add(DelegatedCredential.of(token, keytab, verified.service()));
        }
    }

    @Override
    protected Collection<? extends Principal> principals(Set<Principal> present) {
        return List.copyOf(principals);
    }

    @Override
    protected Collection<?> publicCredentials() {
        return List.copyOf(facts);
    }

    @Override
    protected Collection<?> privateCredentials() {
        return List.copyOf(delegated);
    }

    @Override
    protected void forget() {
        principals.clear();
        facts.clear();
        delegated.clear();
    }
}
