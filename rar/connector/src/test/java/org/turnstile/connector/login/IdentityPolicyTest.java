/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.IdentityType;
import org.turnstile.api.Line;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.connector.login.IdentityDecision.Anonymous;
import org.turnstile.connector.login.IdentityDecision.Refuse;
import org.turnstile.connector.login.IdentityDecision.TryLogin;
import org.turnstile.dicom.pdu.UserIdentityRq;

class IdentityPolicyTest {

    private static final Anonymous ANYBODY = new Anonymous(false, "");
    private static final LoginEntries ALL = name -> Optional.of(entry(name, false));
    private static final LoginEntries NONE = name -> Optional.empty();

    @TempDir private Path folder;
    private LoginHome home;

    @BeforeEach
    void home() {
        home = new LoginHome(folder);
    }

    private static LoginEntry entry(String name, boolean oneTime) {
        return new LoginEntry(name, oneTime, List.of(), null);
    }

    // who names nobody

    @Test
    void case2NobodyNamedUnderOptionalIsAnonymous() throws Exception {
        home.listener("userIdentity = OPTIONAL");
        assertThat(decide(Optional.empty())).isEqualTo(ANYBODY);
    }

    @Test
    void nobodyNamedUnderRequiredIsRefused() throws Exception {
        assertThat(decide(Optional.empty())).isEqualTo(new Refuse("no user identity", ""));
    }

    @Test
    void nobodyNamedUnderRequiredMayEchoIfAllowed() throws Exception {
        home.listener("anonymousEcho = true");
        assertThat(decide(Optional.empty())).isEqualTo(new Anonymous(true, ""));
    }

    @Test
    void anonymousEchoDoesNotNarrowOptional() throws Exception {
        home.listener("anonymousEcho = true", "userIdentity = OPTIONAL");
        assertThat(decide(Optional.empty())).isEqualTo(ANYBODY);
    }

    @Test
    void anonymousEchoIsNotForWhoNamesAnUnsupportedIdentity() throws Exception {
        home.listener("anonymousEcho = true");
        assertThat(decide(LoginHome.token(9, "x"))).isInstanceOf(Refuse.class);
    }

    @Test
    void underNoneNothingIsLookedAt() throws Exception {
        home.listener("userIdentity = NONE");
        LoginEntries untouchable =
                name -> {
                    throw new AssertionError("asked for " + name);
                };
        UserIdentityRq bad = new UserIdentityRq(2, true, new byte[] {(byte) 0xC3}, new byte[0]);
        assertThat(decide(bad, Line.PLAIN, untouchable)).isEqualTo(ANYBODY);
        assertThat(decide(Optional.empty())).isEqualTo(ANYBODY);
    }

    // reserved and unsupported types

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 255})
    void cases23And24AReservedTypeIsIgnoredUnderOptionalAndRefusedUnderRequired(int type)
            throws Exception {
        String cause = "user identity type " + type + " is reserved";
        assertThat(decide(LoginHome.token(type, "alice"))).isEqualTo(new Refuse(cause, ""));
        home.listener("userIdentity = OPTIONAL");
        assertThat(decide(LoginHome.token(type, "alice")))
                .isEqualTo(new Anonymous(false, "ignored: " + cause));
    }

    @ParameterizedTest
    @EnumSource(IdentityType.class)
    void case58ATypeWithoutLoginEntryIsIgnoredUnderOptionalAndRefusedUnderRequired(
            IdentityType type) throws Exception {
        UserIdentityRq rq =
                new UserIdentityRq(
                        type.code(),
                        true,
                        LoginHome.utf8("alice"),
                        LoginHome.utf8(type == IdentityType.PASSCODE ? "x" : ""));
        home.listener("trustUsername = ALWAYS");
        assertThat(decide(rq, Line.TLS, NONE)).isInstanceOf(Refuse.class);
        home.listener("userIdentity = OPTIONAL", "trustUsername = ALWAYS");
        assertThat(decide(rq, Line.TLS, NONE))
                .isEqualTo(
                        new Anonymous(
                                false,
                                "ignored: user identity type %d: no login entry 'turnstile-%s'"
                                        .formatted(
                                                type.code(),
                                                type.name().toLowerCase(Locale.ROOT))));
    }

    @Test
    void aTypeWithItsEntryIsTriedWithTheEntryThatTheListenerNames() throws Exception {
        home.listener("jwtLogin = own");
        assertThat(decide(LoginHome.token(5, "a.b.c")))
                .isEqualTo(
                        new TryLogin(
                                entry("own", false), IdentityType.JWT, Optional.empty(), true));
    }

    @Test
    void anEmptyTokenIsRefusedUnderOptionalToo() throws Exception {
        home.listener("userIdentity = OPTIONAL");
        assertThat(decide(LoginHome.token(3, "")))
                .isEqualTo(new Refuse("primary field: empty", ""));
    }

    @Test
    void entriesThatCannotBeReadAreNoRefusal() {
        LoginEntries unreadable =
                name -> {
                    throw new LoginUnavailableException("login.conf: missing", null);
                };
        assertThatThrownBy(() -> decide(LoginHome.token(5, "a"), Line.TLS, unreadable))
                .isInstanceOf(LoginUnavailableException.class);
    }

    // user names

    @Test
    void case25AnEmptyNameIsAnonymousUnderOptionalAndRefusedUnderRequired() throws Exception {
        home.listener("trustUsername = ALWAYS");
        assertThat(decide(LoginHome.username(""))).isEqualTo(new Refuse("user name: empty", ""));
        home.listener("trustUsername = ALWAYS", "userIdentity = OPTIONAL");
        assertThat(decide(LoginHome.username("")))
                .isEqualTo(new Anonymous(false, "ignored: user name: empty"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "case 26 invalid UTF-8, C328",
        "case 26 cut, 61C3",
        "case 26 a lone surrogate, EDA080",
        "case 27 overlong NUL, C080",
        "case 27 overlong slash, C0AF",
        "above U+10FFFF, F4908080"
    })
    void whatIsNotUtf8IsRefusedUnderOptionalToo(String why, String hex) throws Exception {
        home.listener("trustUsername = ALWAYS", "userIdentity = OPTIONAL");
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(decide(new UserIdentityRq(1, true, bytes, new byte[0])))
                .as(why)
                .isEqualTo(new Refuse("user name: not UTF-8", ""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "case 28 embedded NUL, 0000",
        "case 29 CR, 000D",
        "case 29 LF, 000A",
        "DEL, 007F",
        "C1 control, 0085",
        "line separator, 2028",
        "paragraph separator, 2029",
        "right-to-left override, 202E",
        "isolate, 2066"
    })
    void aControlCharacterIsRefusedUnderOptionalTooAndTheNameIsKeptForTheAudit(
            String why, String hex) throws Exception {
        home.listener("trustUsername = ALWAYS", "userIdentity = OPTIONAL");
        String name = "a" + Character.toString(Integer.parseInt(hex, 16)) + "b";
        assertThat(decide(LoginHome.username(name)))
                .as(why)
                .isEqualTo(new Refuse("user name: holds U+" + hex, name));
    }

    @Test
    void case31ANameOverTheLimitIsRefusedBeforeAnybodyIsAsked() throws Exception {
        home.listener("trustUsername = ALWAYS", "userIdentity = OPTIONAL");
        assertThat(decide(LoginHome.username("a".repeat(65_000)), Line.PLAIN, NONE))
                .isEqualTo(new Refuse("user name: 65000 bytes > maxUserName 256", ""));
        assertThat(decide(LoginHome.username("a".repeat(257)))).isInstanceOf(Refuse.class);
        assertThat(decide(LoginHome.username("a".repeat(256)))).isInstanceOf(TryLogin.class);
    }

    @Test
    void theLimitCountsBytesNotCharacters() throws Exception {
        home.listener("trustUsername = ALWAYS", "maxUserName = 6");
        assertThat(decide(LoginHome.username("\u5C71\u7530"))).isInstanceOf(TryLogin.class);
        assertThat(decide(LoginHome.username("\u5C71\u7530a"))).isInstanceOf(Refuse.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"M\u00FCller", "\u5C71\u7530", "\uD83D\uDE00", " alice ", "<&\">"})
    void cases4To6And32ANameComesThroughIntact(String name) throws Exception {
        home.listener("trustUsername = ALWAYS");
        TryLogin login = (TryLogin) decide(LoginHome.username(name));
        assertThat(login.claimedName()).isEqualTo(name);
        assertThat(login.normalisedName()).isEqualTo(name);
    }

    @Test
    void lookAlikesAreOneNameToTheDirectoryAndTheRawNameIsKept() throws Exception {
        home.listener("trustUsername = ALWAYS");
        TryLogin login = (TryLogin) decide(LoginHome.username("Mu\u0308ller"));
        assertThat(login.normalisedName()).isEqualTo("M\u00FCller");
        assertThat(login.claimedName()).isEqualTo("Mu\u0308ller");
    }

    // trust

    @ParameterizedTest
    @CsvSource({
        "NEVER,PLAIN,false",
        "NEVER,TLS,false",
        "NEVER,ISCL,false",
        "SECURE_PEER,PLAIN,false",
        "SECURE_PEER,TLS,true",
        "SECURE_PEER,ISCL,true",
        "ALWAYS,PLAIN,true",
        "ALWAYS,TLS,true"
    })
    void aBareNameIsTakenAsTrustUsernameSays(String trust, Line line, boolean taken)
            throws Exception {
        home.listener("trustUsername = " + trust, "userIdentity = OPTIONAL");
        IdentityDecision decision = decide(LoginHome.username("alice"), line, ALL);
        if (taken) {
            assertThat(decision).isInstanceOf(TryLogin.class);
        } else {
            assertThat(decision)
                    .isEqualTo(
                            new Refuse(
                                    "bare user name on a %s line: trustUsername is %s"
                                            .formatted(line, trust),
                                    "alice"));
        }
    }

    // passcodes

    @Test
    void case50AnEmptyPasscodeIsRefusedWhereOneIsRequired() throws Exception {
        assertThat(decide(LoginHome.passcode("alice", ""), Line.TLS, ALL))
                .isEqualTo(new Refuse("passcode: empty", "alice"));
    }

    @Test
    void underBasicAnEmptyPasscodeWillDoAndNothingIsVerified() throws Exception {
        home.listener("passcodePolicy = BASIC");
        TryLogin login = (TryLogin) decide(LoginHome.passcode("alice", ""), Line.TLS, ALL);
        assertThat(login.verify()).isFalse();
        TryLogin jwt = (TryLogin) decide(LoginHome.token(5, "a.b.c"), Line.TLS, ALL);
        assertThat(jwt.verify()).isTrue();
    }

    @Test
    void aPasscodeThatIsNotUtf8IsRefused() throws Exception {
        UserIdentityRq rq =
                new UserIdentityRq(2, true, LoginHome.utf8("alice"), new byte[] {(byte) 0xFC});
        assertThat(decide(rq, Line.TLS, ALL)).isEqualTo(new Refuse("passcode: not UTF-8", "alice"));
    }

    @Test
    void case99APasscodeOnAPlainLineIsRefusedUnlessItIsAllowedOrOneTime() throws Exception {
        UserIdentityRq rq = LoginHome.passcode("alice", "secret");
        LoginEntries oneTime = name -> Optional.of(entry(name, true));
        assertThat(decide(rq, Line.PLAIN, ALL))
                .isEqualTo(
                        new Refuse(
                                "passcode on a PLAIN line: cleartextPasscode is false", "alice"));
        assertThat(decide(rq, Line.TLS, ALL)).isInstanceOf(TryLogin.class);
        assertThat(decide(rq, Line.ISCL, ALL)).isInstanceOf(TryLogin.class);
        assertThat(decide(rq, Line.PLAIN, oneTime)).isInstanceOf(TryLogin.class);
        home.listener("cleartextPasscode = true");
        assertThat(decide(rq, Line.PLAIN, ALL)).isInstanceOf(TryLogin.class);
    }

    private IdentityDecision decide(Optional<UserIdentityRq> rq) throws LoginUnavailableException {
        return new IdentityPolicy(home.settings().identity(), Line.PLAIN, ALL).decide(rq);
    }

    private IdentityDecision decide(UserIdentityRq rq) throws LoginUnavailableException {
        return decide(rq, Line.PLAIN, ALL);
    }

    private IdentityDecision decide(UserIdentityRq rq, Line line, LoginEntries entries)
            throws LoginUnavailableException {
        return new IdentityPolicy(home.settings().identity(), line, entries)
                .decide(Optional.of(rq));
    }
}
