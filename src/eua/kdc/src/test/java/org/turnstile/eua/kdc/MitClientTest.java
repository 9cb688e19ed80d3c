/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.testkit.peer.Peers;

/** MIT's programs. Where they are not installed the tests are skipped and say so. */
@Timeout(120)
class MitClientTest {
    @TempDir private Path folder;
    private Kdc kdc;

    @BeforeEach
    void aRealmWithAliceAndAService() throws Exception {
        kdc = Kdc.start(KdcOptions.defaults());
        kdc.addPrincipal("alice", "secret".toCharArray());
        kdc.addService("dicom/localhost");
        kdc.writeKeytab(folder.resolve("keytab"), "dicom/localhost");
        kdc.writeKrb5Conf(folder.resolve("krb5.conf"));
    }

    @AfterEach
    void stop() {
        kdc.close();
    }

    private Peers.Result run(String input, String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Peers.require(program)));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KRB5_CONFIG", folder.resolve("krb5.conf").toString());
        builder.environment().put("KRB5CCNAME", "FILE:" + folder.resolve("ticket"));
        builder.environment().put("LC_ALL", "C");
        // a file, since not every program reads its input
        Path typed = Files.writeString(folder.resolve("typed"), input + "\n");
        Process process = builder.redirectInput(typed.toFile()).start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Peers.Result(process.waitFor(), said);
        }
    }

    private String good(String input, String program, String... arguments) throws Exception {
        Peers.Result result = run(input, program, arguments);
        assertThat(result.exit()).as(result.output()).isZero();
        return result.output();
    }

    @Test
    void kinitGetsATicketThatTheKeytabOpens() throws Exception {
        good("secret", "kinit", "alice");

        assertThat(good("", "kvno", "-k", folder.resolve("keytab").toString(), "dicom/localhost"))
                .contains("kvno = 1, keytab entry valid");
        assertThat(good("", "klist", "-e", "-f"))
                .contains("Default principal: alice@TURNSTILE.TEST")
                .contains("Etype (skey, tkt): aes256-cts-hmac-sha1-96, aes256-cts-hmac-sha1-96");
    }

    @Test
    void kinitSaysThatThePasscodeIsWrong() throws Exception {
        Peers.Result result = run("wrong", "kinit", "alice");

        assertThat(result.exit()).isNotZero();
        assertThat(result.output()).contains("Password incorrect");
    }

    @Test
    void aRenewableTicketIsRenewed() throws Exception {
        good("secret", "kinit", "-r", "1d", "alice");

        good("", "kinit", "-R");
        assertThat(good("", "klist", "-f")).contains("renew until");
    }

    @Test
    void theServiceLogsInWithItsKeytab() throws Exception {
        good("", "kinit", "-k", "-t", folder.resolve("keytab").toString(), "dicom/localhost");

        assertThat(good("", "klist")).contains("dicom/localhost@TURNSTILE.TEST");
    }
}
