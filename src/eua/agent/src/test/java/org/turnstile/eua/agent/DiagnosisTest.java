/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Client not found in Kerberos database (6) | does not know this user",
                "KDC has no support for encryption type (14) | no encryption type in common",
                "Clients credentials have been revoked (18) | locked or disabled",
                "Pre-authentication information was invalid (24) | key is not the user's",
                "Ticket expired (32) - PROCESS_TGS | kinit gets a new one",
                "Clock skew too great (37) - PROCESS_TGS | clocks",
            })
    void givenACodeOfTheKdc_thenThereIsAdvice(String words, String advice) throws Exception {
        AgentException said = of(new LoginException(words));
        assertThat(said.kind()).isEqualTo(AgentException.Kind.TICKET);
        assertThat(said)
                .hasMessageStartingWith("no ticket for alice: " + words)
                .hasMessageContaining(advice);
    }

    @Test
    void givenAnotherCode_thenTheJdksWordsStand() throws Exception {
        AgentException said = of(new LoginException("KDC policy rejects request (12)"));
        assertThat(said).hasMessage("no ticket for alice: KDC policy rejects request (12)");
        assertThat(of(new LoginException())).hasMessage("no ticket for alice: LoginException");
    }

    @Test
    void givenNoKdcInTheConfiguration_thenItIsNamed() throws Exception {
        AgentException said = of(new LoginException("Cannot locate KDC"));
        assertThat(said.kind()).isEqualTo(AgentException.Kind.KDC);
        assertThat(said)
                .hasMessage(
                        "no ticket for alice: no KDC answers: Cannot locate KDC;"
                                + " configured in krb5.conf (there is none)");
    }

    @Test
    void givenASilentKdc_thenItDoesNotAnswer() throws Exception {
        GSSException failure = new GSSException(GSSException.FAILURE);
        failure.initCause(new SocketTimeoutException("Receive timed out"));
        AgentException said = of(failure);
        assertThat(said.kind()).isEqualTo(AgentException.Kind.KDC);
        assertThat(said).hasMessageContaining("no KDC answers: Receive timed out");
    }

    private static AgentException of(Exception e) throws AgentException {
        KerberosConfiguration none =
                KerberosConfiguration.find(Map.of(), Optional.empty(), Path.of("/absent"));
        return Diagnosis.of("no ticket for alice", e, none);
    }
}
