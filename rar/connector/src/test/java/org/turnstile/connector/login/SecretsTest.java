/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.PasswordCallback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.api.IdentityType;
import org.turnstile.api.Line;
import org.turnstile.api.LoginRequest;
import org.turnstile.api.UserIdentityCallback;
import org.turnstile.dicom.pdu.UserIdentityRq;

/** Case 100, as far as a login can keep it. */
class SecretsTest {

    private static final String PASSCODE = "correct horse";
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9." + "c2VjcmV0".repeat(10) + ".sig";

    @TempDir private Path folder;

    @Test
    void case100ClosingWipesAllCopiesAndLeavesTheRequestToItsOwner() {
        UserIdentityRq rq = LoginHome.passcode("alice", PASSCODE);
        Secrets secrets = Secrets.of(rq, false);
        assertThat(secrets.passcode()).isEqualTo(PASSCODE.toCharArray());
        secrets.close();
        assertThat(secrets.primary()).containsOnly(0);
        assertThat(secrets.secondary()).containsOnly(0);
        assertThat(secrets.passcode()).containsOnly('\0');
        assertThat(rq.secondary()).isEqualTo(LoginHome.utf8(PASSCODE));
    }

    @Test
    void case100WhatCallbacksWereGivenIsClearedThoughTheModuleForgotTo() throws Exception {
        Secrets secrets = Secrets.of(LoginHome.passcode("alice", PASSCODE), false);
        AttemptCallbacks callbacks =
                new AttemptCallbacks(request(IdentityType.PASSCODE), Optional.empty(), secrets);
        PasswordCallback password = new PasswordCallback("?", false);
        UserIdentityCallback identity = new UserIdentityCallback();
        callbacks.handle(new Callback[] {password, identity});
        assertThat(password.getPassword()).isEqualTo(PASSCODE.toCharArray());
        assertThat(identity.secondary()).isEqualTo(LoginHome.utf8(PASSCODE));
        callbacks.clear();
        secrets.close();
        assertThat(password.getPassword()).containsOnly(' ');
        assertThat(identity.secondary()).containsOnly(0);
    }

    @Test
    void theLastResponseThatWasLeftCounts() throws Exception {
        Secrets secrets = Secrets.of(LoginHome.token(3, "AP-REQ"), true);
        AttemptCallbacks callbacks =
                new AttemptCallbacks(request(IdentityType.KERBEROS), Optional.empty(), secrets);
        List<UserIdentityCallback> asked = new ArrayList<>();
        for (String response : new String[] {"first", "second", ""}) {
            UserIdentityCallback identity = new UserIdentityCallback();
            callbacks.handle(new Callback[] {identity});
            identity.serverResponse(LoginHome.utf8(response));
            asked.add(identity);
        }
        assertThat(asked).hasSize(3);
        assertThat(callbacks.serverResponse()).isEqualTo(LoginHome.utf8("second"));
    }

    private LoginRequest request(IdentityType type) {
        return new LoginRequest(
                type, true, "default", "A", "B", LoginHome.PEER, Line.TLS, true, folder, null);
    }

    @Test
    void aTextThatShowsThePasscodeIsRecognised() {
        Secrets secrets = Secrets.of(LoginHome.passcode("alice", PASSCODE), false);
        assertThat(secrets.shownIn("bad passcode 'correct horse'!")).isTrue();
        assertThat(secrets.shownIn("bad passcode of alice")).isFalse();
        assertThat(Secrets.of(LoginHome.passcode("a", ""), false).shownIn("anything")).isFalse();
    }

    @Test
    void aTextThatShowsATellingPieceOfATokenIsRecognised() {
        Secrets secrets = Secrets.of(LoginHome.token(5, TOKEN), true);
        assertThat(secrets.shownIn("bad " + TOKEN)).isTrue();
        assertThat(secrets.shownIn("bad ..." + TOKEN.substring(30, 75) + "...")).isTrue();
        assertThat(secrets.shownIn("bad header eyJhbGciOiJSUzI1NiJ9")).isFalse();
        assertThat(Secrets.of(LoginHome.token(5, "short"), true).shownIn("a short one")).isTrue();
        assertThat(Secrets.of(LoginHome.username(TOKEN), false).shownIn(TOKEN)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"leak", "broken", "brokenly", "linkage", "security"})
    void case100NoPasscodeIsInWhatTheOperatorReads(String how) {
        try (LoginHome home = new LoginHome(folder)) {
            home.listener("cleartextPasscode = true");
            home.loginConf(LoginHome.entry("turnstile-passcode", "fails=\"" + how + "\""));
            UserIdentityRq rq = LoginHome.passcode("alice", PASSCODE);
            LoginOutcome outcome = home.login(rq);
            assertThat(outcome.toString()).contains("alice").doesNotContain(PASSCODE);
            assertThat(
                            new LoginAttempt(
                                            home.settings(),
                                            "A",
                                            "B",
                                            LoginHome.PEER,
                                            Line.PLAIN,
                                            Optional.of(rq))
                                    .toString())
                    .doesNotContain(PASSCODE);
        }
    }

    @Test
    void case100NoTokenIsInWhatTheOperatorReads() {
        try (LoginHome home = new LoginHome(folder)) {
            home.loginConf(LoginHome.entry("turnstile-jwt", "fails=\"token\""));
            assertThat(home.login(LoginHome.token(5, TOKEN)).toString())
                    .contains("FailedLoginException")
                    .doesNotContain("c2VjcmV0");
        }
    }

    @Test
    void case29AMessageThatSpansLinesIsOneLineToTheOperator() {
        try (LoginHome home = new LoginHome(folder)) {
            home.loginConf(LoginHome.entry("turnstile-jwt", "fails=\"lines\""));
            assertThat(((LoginOutcome.Refused) home.login(LoginHome.token(5, TOKEN))).cause())
                    .isEqualTo("FailedLoginException: one?");
        }
    }
}
