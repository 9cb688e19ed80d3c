/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import javax.naming.AuthenticationException;
import javax.naming.CommunicationException;
import javax.naming.ServiceUnavailableException;
import javax.security.auth.login.AccountExpiredException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnstile.api.LoginUnavailableException;

class LoginFaultTest {

    static Stream<Exception> unreachable() {
        return Stream.of(
                new LoginUnavailableException("jwks: unreachable", null),
                new CommunicationException("ldap"),
                new ServiceUnavailableException("ldap"),
                new ConnectException("refused"),
                new NoRouteToHostException("none"),
                new SocketTimeoutException("slow"),
                new UnknownHostException("who"),
                new SQLTransientConnectionException("pool"),
                new SQLException("server closed", "08006"));
    }

    static Stream<Exception> refusals() {
        return Stream.of(
                new AuthenticationException("49"),
                new SQLException("no such table", "42P01"),
                new SQLException("without state"),
                new IOException("other"));
    }

    @ParameterizedTest
    @MethodSource("unreachable")
    void case55AConnectionThatFailedSomewhereInTheCausesRefusesNobody(Exception cause) {
        assertThat(fault(new RuntimeException(cause)).unavailable()).isTrue();
        assertThat(fault(cause).unavailable()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void anyOtherCauseRefuses(Exception cause) {
        assertThat(fault(cause).unavailable()).isFalse();
    }

    @Test
    void causesThatRunInACircleAreLeft() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);
        assertThat(fault(one).unavailable()).isFalse();
    }

    @Test
    void theCauseNamesTheKindOfRefusal() {
        assertThat(text(new AccountExpiredException("since May")))
                .isEqualTo("AccountExpiredException: since May");
        assertThat(text(new FailedLoginException()))
                .isEqualTo("javax.security.auth.login.FailedLoginException");
    }

    @Test
    void longMessagesAreCutAndVeryLongOnesLeftOut() {
        assertThat(text(new LoginException("x".repeat(300)))).hasSize(16 + 200 + 3);
        assertThat(text(new LoginException("x".repeat(5000))))
                .isEqualTo("javax.security.auth.login.LoginException");
    }

    private static LoginFault fault(Exception cause) {
        LoginException e = new FailedLoginException("login failed");
        e.initCause(cause);
        return LoginFault.of(e, Secrets.of(LoginHome.passcode("alice", "secret"), false));
    }

    private static String text(LoginException e) {
        return LoginFault.of(e, Secrets.of(LoginHome.passcode("alice", "secret"), false)).cause();
    }
}
