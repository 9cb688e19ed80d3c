/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.Credentials;
import org.turnstile.jaas.FirstPassOption;
import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.LoginOptions;
import org.turnstile.jaas.NamePasscodeLoginModule;
import org.turnstile.jaas.otp.store.LastUse;
import org.turnstile.jaas.otp.store.OtpFile;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpStoreException;

/**
 * Type 2 with passcodes that are good once: RFC 2289, HOTP and TOTP, as the user's state says. A
 * good passcode is spent by the first phase, also where a module behind it refuses the login. Where
 * the listener does not verify (PS3.15 §B.4), takes the name and spends nothing. Options: {@link
 * OtpOption} and {@link FirstPassOption}.
 */
public final class OtpLoginModule extends NamePasscodeLoginModule {

    /** As JAAS needs it. */
    public OtpLoginModule() {}

    @Override
    protected Collection<? extends LoginOption> ownOptions() {
        return List.of(OtpOption.values());
    }

    @Override
    protected void check(LoginRequest request, Credentials credentials) throws LoginException {
        String place = LastUse.place(request.peer(), request.callingAeTitle());
        Optional<String> refusal;
        try {
            refusal =
                    new OtpAuthority(store(request), Clock.systemUTC())
                            .refusal(
                                    credentials.name(),
                                    credentials.passcode(),
                                    place,
                                    policy(request));
        } catch (OtpStoreException e) {
            throw new LoginUnavailableException(e.getMessage(), e);
        }
        if (refusal.isPresent()) {
            throw new FailedLoginException(refusal.get());
        }
    }

    private OtpStore store(LoginRequest request) throws OtpStoreException {
        Optional<String> dataSource = options().jndiName(OtpOption.DATA_SOURCE);
        if (dataSource.isPresent()) {
            String jndiName = dataSource.get();
            return request.scope()
                    .keep(NamedTable.class, jndiName, () -> new NamedTable(jndiName))
                    .current();
        }
        Path path = options().file(OtpOption.STORE, request.home()).orElseThrow();
        return request.scope().keep(OtpFile.class, path.toString(), () -> new OtpFile(path));
    }

    private OtpPolicy policy(LoginRequest request) {
        LoginOptions options = options();
        return new OtpPolicy(
                options.number(OtpOption.LOOK_AHEAD),
                options.number(OtpOption.HOTP_LOOK_AHEAD),
                options.number(OtpOption.HOTP_RESYNC),
                Duration.ofSeconds(options.number(OtpOption.GRACE_SECONDS)),
                options.number(OtpOption.WARN_BELOW),
                options.flag(OtpOption.ALLOW_MD4),
                // who changes bytes on a plain line could put a chain of their own in place
                options.flag(OtpOption.ALLOW_INIT) && request.line().secure());
    }
}
