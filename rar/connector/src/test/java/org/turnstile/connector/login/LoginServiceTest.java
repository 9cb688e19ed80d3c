/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.IdentityType;
import org.turnstile.api.Line;
import org.turnstile.api.UserIdentity;
import org.turnstile.connector.guard.GuardLimits;
import org.turnstile.connector.guard.LoginGuard;
import org.turnstile.connector.login.LoginOutcome.Granted;
import org.turnstile.connector.login.LoginOutcome.Refused;
import org.turnstile.connector.login.LoginOutcome.Unavailable;
import org.turnstile.dicom.pdu.UserIdentityRq;

class LoginServiceTest {

    @TempDir private Path folder;
    private LoginHome home;

    @BeforeEach
    void home() {
        home = new LoginHome(folder);
        home.listener("trustUsername = ALWAYS", "cleartextPasscode = true");
        home.loginConf(
                entries("callers=\"alice\" roles=\"dicom-find,dicom-store\" passcode=\"secret\""));
    }

    @AfterEach
    void close() {
        home.close();
    }

    /** All five entries, with one module of these options. */
    private static String entries(String options) {
        StringBuilder text = new StringBuilder();
        for (String type : new String[] {"username", "passcode", "kerberos", "saml", "jwt"}) {
            text.append(LoginHome.entry("turnstile-" + type, options)).append('\n');
        }
        return text.toString();
    }

    private UserIdentityRq good() {
        return LoginHome.passcode("alice", "secret");
    }

    private UserIdentityRq wrong() {
        return LoginHome.passcode("alice", "guess");
    }

    private Granted granted(UserIdentityRq rq) {
        LoginOutcome outcome = home.login(rq);
        assertThat(outcome).isInstanceOf(Granted.class);
        return (Granted) outcome;
    }

    private Refused refused(UserIdentityRq rq) {
        LoginOutcome outcome = home.login(rq);
        assertThat(outcome).isInstanceOf(Refused.class);
        return (Refused) outcome;
    }

    private Unavailable unavailable(UserIdentityRq rq) {
        LoginOutcome outcome = home.login(rq);
        assertThat(outcome).isInstanceOf(Unavailable.class);
        return (Unavailable) outcome;
    }

    // granted

    @Test
    void case7AGoodPasscodeGrantsTheCallerAndTheRoles() {
        UserIdentity alice = granted(good()).identity();
        assertThat(alice.name()).isEqualTo("alice");
        assertThat(alice.type()).contains(IdentityType.PASSCODE);
        assertThat(alice.verified()).isTrue();
        assertThat(alice.roles()).containsExactlyInAnyOrder("dicom-find", "dicom-store");
        assertThat(alice.subject().isReadOnly()).isTrue();
    }

    @Test
    void theSubjectOfTheUserHoldsNoBareSecret() {
        assertThat(granted(good()).identity().subject().getPrivateCredentials())
                .hasOnlyElementsOfType(ScriptedModule.Ticket.class)
                .hasSize(1);
    }

    @Test
    void aBareNameIsGrantedUnverified() {
        home.loginConf(entries("callers=\"PRIMARY\" roles=\"dicom-find\""));
        UserIdentity bob = granted(LoginHome.username("bob")).identity();
        assertThat(bob.verified()).isFalse();
        assertThat(bob.name()).isEqualTo("bob");
        assertThat(bob.roles()).containsExactly("dicom-find");
    }

    @Test
    void case30UnderBasicAWrongPasscodeIsGrantedUnverifiedAndWithoutRole() {
        home.listener("passcodePolicy = BASIC", "cleartextPasscode = true");
        Granted granted = granted(wrong());
        assertThat(granted.identity().verified()).isFalse();
        assertThat(granted.identity().roles()).isEmpty();
        assertThat(granted.identity().subject().getPrincipals()).hasSize(1);
        assertThat(granted.serverResponse().orElseThrow()).isEmpty();
        assertThat(home.trace()).contains("verify false");
    }

    @Test
    void case2AnonymousHasNoSessionAndNoResponse() {
        home.listener("userIdentity = OPTIONAL");
        Granted granted = (Granted) home.login(Line.PLAIN, Optional.empty());
        assertThat(granted.identity().isAnonymous()).isTrue();
        assertThat(granted.echoOnly()).isFalse();
        granted.session().close();
        assertThat(home.trace()).isEmpty();
    }

    @Test
    void anonymousEchoIsGrantedForVerificationOnly() {
        home.listener("anonymousEcho = true");
        assertThat(((Granted) home.login(Line.PLAIN, Optional.empty())).echoOnly()).isTrue();
    }

    @Test
    void case58AnIgnoredTypeIsAnonymousWithoutResponseAndNoted() {
        home.listener("userIdentity = OPTIONAL");
        home.loginConf("");
        Granted granted = granted(LoginHome.token(4, "<a/>"));
        assertThat(granted.identity().isAnonymous()).isTrue();
        assertThat(granted.serverResponse()).isEmpty();
        assertThat(granted.note()).contains("type 4").contains("turnstile-saml");
    }

    // server response

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5})
    void cases43And44And46And47TheResponseIsOfZeroLengthWhateverTheModuleLeft(int type) {
        home.loginConf(entries("callers=\"alice\" response=\"echo\""));
        UserIdentityRq rq =
                new UserIdentityRq(type, true, LoginHome.utf8("alice"), LoginHome.utf8("x"));
        assertThat(granted(rq).serverResponse()).hasValueSatisfying(r -> assertThat(r).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void case42NoResponseIsGivenUnasked(int type) {
        home.loginConf(entries("callers=\"alice\" response=\"AP-REP\""));
        UserIdentityRq rq =
                new UserIdentityRq(type, false, LoginHome.utf8("alice"), LoginHome.utf8("x"));
        assertThat(granted(rq).serverResponse()).isEmpty();
    }

    @Test
    void case45TheResponseOfKerberosIsWhatTheModuleLeft() {
        home.loginConf(entries("callers=\"alice\" response=\"AP-REP\""));
        assertThat(granted(LoginHome.token(3, "AP-REQ")).serverResponse().orElseThrow())
                .isEqualTo(LoginHome.utf8("AP-REP"));
    }

    @Test
    void aKerberosModuleThatLeavesNoResponseWhenAskedIsOutOfOrder() {
        home.loginConf(entries("callers=\"alice\""));
        assertThat(unavailable(LoginHome.token(3, "AP-REQ")).cause())
                .contains("server response: asked for, and no login module left one");
        assertThat(home.trace()).contains("logout");
    }

    // refused

    @Test
    void cases48And54AWrongPasscodeIsRefusedAgainAndAgainAndDelayed() {
        Refused first = refused(wrong());
        assertThat(first)
                .isEqualTo(
                        new Refused(
                                "FailedLoginException: passcode: wrong",
                                "alice",
                                Duration.ofSeconds(1)));
        assertThat(refused(wrong()).delay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(home.trace()).endsWith("abort").doesNotContain("logout");
    }

    @Test
    void cases26And31WhatTheRulesRefuseAsksNoModuleAndIsNotDelayed() {
        assertThat(refused(LoginHome.username("a".repeat(65_000))).delay()).isZero();
        assertThat(refused(LoginHome.username("a\u0000b")).claimedName()).isEqualTo("a\u0000b");
        assertThat(home.trace()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roles=\"dicom-find\" | login left no caller",
                "callers=\"alice,bob\" | login left 2 callers of class"
                        + " org.turnstile.api.CallerPrincipal",
            })
    void aLoginWithoutExactlyOneCallerIsRefusedAndLoggedOut(String options, String cause) {
        home.loginConf(entries(options));
        assertThat(refused(good()).cause()).contains(cause);
        assertThat(home.trace()).contains("logout", "destroyed");
    }

    @Test
    void aCallerWithoutNameOrWithAControlCharacterIsRefused() {
        String nameless = ScriptedModule.Nameless.class.getName();
        home.listener(
                "cleartextPasscode = true", "callerPrincipalClasses = " + nameless + ",other");
        home.loginConf(entries("callers=\"alice\" nameless=\"true\""));
        assertThat(refused(good()).cause()).contains("login left a caller without a name");
        home.listener("userIdentity = REQUIRED");
        home.loginConf(entries("callers=\"PRIMARY\""));
        assertThat(refused(LoginHome.token(5, "al\nice")).cause()).contains("control character");
    }

    @Test
    void case53WhoHoldsNoneOfTheRequiredRolesIsRefusedLikeAWrongPasscode() {
        home.listener("cleartextPasscode = true", "requiredRoles = dicom-move, turnstile-admin");
        Refused refused = refused(good());
        assertThat(refused.cause())
                .contains("caller holds none of requiredRoles [dicom-move, turnstile-admin]");
        assertThat(refused.delay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(home.trace()).contains("logout");
        home.listener("cleartextPasscode = true", "requiredRoles = dicom-move, dicom-find");
        granted(good());
    }

    @Test
    void underBasicNobodyHoldsARequiredRole() {
        home.listener(
                "passcodePolicy = BASIC", "cleartextPasscode = true", "requiredRoles = dicom-find");
        assertThat(refused(good()).cause()).contains("requiredRoles");
    }

    // unavailable

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unavailable | LoginUnavailableException: directory: down",
                "connect | FailedLoginException: cannot bind",
                "broken | login module failed: java.lang.IllegalStateException at",
                "linkage | LoginUnavailableException: login module failed:"
                        + " java.lang.NoClassDefFoundError",
                "security | login module failed: SecurityException",
            })
    void case55WhatIsDownOrBrokenIsUnavailableAndCountsNoFailure(String how, String cause) {
        home.loginConf(entries("fails=\"" + how + "\""));
        for (int i = 0; i < 20; i++) {
            Unavailable outcome = unavailable(good());
            assertThat(outcome.cause()).startsWith(cause);
            assertThat(outcome.claimedName()).isEqualTo("alice");
        }
        home.loginConf(entries("passcode=\"secret\""));
        assertThat(refused(wrong()).delay()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aMissingLoginConfIsUnavailableAndSaysSo() throws Exception {
        Files.delete(home.path("login.conf"));
        assertThat(unavailable(good()).cause()).isEqualTo(home.path("login.conf") + ": missing");
    }

    @Test
    void aModuleThatIsNowhereIsUnavailableAndNamed() {
        home.loginConf("turnstile-passcode { org.example.Nowhere required; };");
        assertThat(unavailable(good()).cause())
                .contains("'turnstile-passcode'")
                .contains("org.example.Nowhere is neither in the adapter nor in lib");
    }

    @Test
    void aModuleThatOnlyJaasItselfCanFindIsFound() {
        ClassLoader blind =
                new ClassLoader(LoginHome.class.getClassLoader()) {
                    @Override
                    protected Class<?> loadClass(String name, boolean resolve)
                            throws ClassNotFoundException {
                        if (name.startsWith("com.sun.security.auth.module")) {
                            throw new ClassNotFoundException(name);
                        }
                        return super.loadClass(name, resolve);
                    }
                };
        LoginGuard guard = new LoginGuard(GuardLimits.DEFAULT, home.clock(), alert -> {});
        home.listener("callerPrincipalClasses = com.sun.security.auth.UnixPrincipal");
        home.loginConf("turnstile-jwt { com.sun.security.auth.module.UnixLoginModule required; };");
        LoginAttempt attempt =
                new LoginAttempt(
                        home.settings(),
                        "A",
                        "B",
                        LoginHome.PEER,
                        Line.PLAIN,
                        Optional.of(LoginHome.token(5, "a.b.c")));
        try (LoginService service = new LoginService(folder, blind, guard, problem -> {})) {
            LoginOutcome outcome = service.login(attempt);
            assertThat(outcome).isInstanceOf(Granted.class);
            assertThat(((Granted) outcome).identity().name())
                    .isEqualTo(System.getProperty("user.name"));
        }
    }

    // sessions

    @Test
    void closingTheSessionLogsOutOnceAndDestroysTheCredentials() {
        LoginSession session = granted(good()).session();
        assertThat(home.trace()).doesNotContain("logout");
        session.close();
        session.close();
        assertThat(home.trace()).endsWith("logout", "destroyed");
        assertThat(home.problems()).isEmpty();
    }

    @Test
    void aLogoutThatFailsIsReportedAndTheCredentialsAreDestroyedAllTheSame() {
        home.loginConf(entries("callers=\"alice\" logoutFails=\"true\""));
        granted(good()).session().close();
        assertThat(home.trace()).endsWith("logout", "destroyed");
        assertThat(home.problems()).singleElement().asString().startsWith("logout failed");
    }

    @Test
    void theContextClassLoaderIsRestoredWhateverHappens() {
        ClassLoader mine = new ClassLoader() {};
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(mine);
        try {
            granted(good()).session().close();
            refused(wrong());
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(mine);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    // modules of others

    @Test
    void aModuleThatKnowsNoDicomIsAskedForNameAndPasswordOnly() {
        home.loginConf(
                "turnstile-passcode { %s required alice=\"secret\"; };"
                        .formatted(PasswordModule.class.getName()));
        Granted granted = granted(good());
        assertThat(granted.identity().name()).isEqualTo("alice");
        assertThat(granted.identity().roles()).isEmpty();
        assertThat(granted.serverResponse().orElseThrow()).isEmpty();
        assertThat(refused(wrong()).cause()).contains("bad password of alice");
    }

    @Test
    void aModuleThatAsksForAPasswordGetsNoEmptyOneWhereNoneWasSent() {
        home.loginConf(
                "turnstile-username { %s required alice=\"\"; };"
                        .formatted(PasswordModule.class.getName()));
        assertThat(refused(LoginHome.username("alice")).cause())
                .contains("PasswordCallback: no answer for user identity type 1");
    }

    @Test
    void aModuleThatAsksForANameGetsNoneWhereATokenWasSent() {
        home.loginConf("turnstile-jwt { %s required; };".formatted(PasswordModule.class.getName()));
        assertThat(refused(LoginHome.token(5, "a.b.c")).cause())
                .contains("NameCallback: no answer for user identity type 5");
    }
}
