/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.turnstile.api.LoginRequest;
import org.turnstile.jaas.Credentials;
import org.turnstile.jaas.FirstPassOption;
import org.turnstile.jaas.LoginOption;
import org.turnstile.jaas.LoginOptions;
import org.turnstile.jaas.NamePasscodeLoginModule;
import org.turnstile.jaas.passcode.PasscodeVerifier.Finding;

/**
 * Type 2: compares the passcode with a users file or table (PS3.15 §B.5). Where the listener does
 * not verify (PS3.15 §B.4), takes the name without a look at passcode or file. Options: {@link
 * PasscodeOption} and {@link FirstPassOption}.
 */
public final class PasscodeLoginModule extends NamePasscodeLoginModule {

    /** As JAAS needs it. */
    public PasscodeLoginModule() {}

    @Override
    protected Collection<? extends LoginOption> ownOptions() {
        return List.of(PasscodeOption.values());
    }

    @Override
    protected void check(LoginRequest request, Credentials credentials) throws LoginException {
        Finding finding = verifier(request).verify(credentials.name(), credentials.passcode());
        if (finding != Finding.GOOD) {
            throw new FailedLoginException(finding.text());
        }
    }

    private PasscodeVerifier verifier(LoginRequest request) {
        LoginOptions options = options();
        Path path = options.file(PasscodeOption.USERS, request.home()).orElseThrow();
        int seconds = options.number(PasscodeOption.CACHE_SECONDS);
        int entries = options.number(PasscodeOption.CACHE_ENTRIES);
        Optional<String> dataSource = options.jndiName(PasscodeOption.DATA_SOURCE);
        UserSource users = UserSource.of(request.scope(), path, dataSource);
        return request.scope()
                .keep(
                        PasscodeVerifier.class,
                        seconds + " " + entries + " " + dataSource.orElse(path.toString()),
                        () ->
                                new PasscodeVerifier(
                                        users,
                                        new VerifiedCache(
                                                entries,
                                                Duration.ofSeconds(seconds),
                                                Clock.systemUTC()),
                                        new Pbkdf2()));
    }
}
