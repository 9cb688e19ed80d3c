/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcRep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Principals outlive the process that added them. */
class StoreTest {
    private static final List<String> DICOM = List.of("dicom", "localhost");

    @TempDir private Path folder;

    private Kdc start() throws KdcException {
        return Kdc.start(KdcOptions.builder().store(folder).build());
    }

    private void aRealmWithAlice() throws Exception {
        try (Kdc kdc = start()) {
            kdc.addPrincipal("alice", "secret".toCharArray());
            kdc.addService("dicom/localhost");
            kdc.rotate("dicom/localhost");
        }
    }

    @Test
    void ticketsOfBeforeARestartAreGoodAfterIt() throws Exception {
        TgsRequests alice;
        try (Kdc kdc = start()) {
            kdc.addPrincipal("alice", "secret".toCharArray());
            kdc.addService("dicom/localhost");
            kdc.rotate("dicom/localhost");
            KdcRep reply = new RawClient(kdc.port()).issued(AsRequests.sealed("alice", "secret"));
            alice = new TgsRequests("alice", "secret", reply);
        }

        try (Kdc kdc = start()) {
            KdcRep reply = new RawClient(kdc.port()).issued(alice.sealed(alice.body(DICOM)));
            assertThat(reply.getTicket().getEncryptedEncPart().getKvno()).isEqualTo(2);
        }
    }

    @Test
    void theSamePasscodeAgainChangesNothingAndAnotherDoes() throws Exception {
        aRealmWithAlice();
        List<String> before = names();
        try (Kdc kdc = start()) {
            kdc.addPrincipal("alice", "secret".toCharArray());
            assertThat(Files.readString(folder.resolve("principals")))
                    .contains("alice@TURNSTILE.TEST 1:");
            kdc.addPrincipal("alice", "other".toCharArray());
            new RawClient(kdc.port()).issued(AsRequests.sealed("alice", "other"));
        }
        assertThat(Files.readString(folder.resolve("principals")))
                .contains("alice@TURNSTILE.TEST 2:");
        assertThat(names()).isEqualTo(before);
    }

    private List<String> names() throws Exception {
        return Files.readAllLines(folder.resolve("principals")).stream()
                .skip(1)
                .map(line -> line.split(" ")[0] + " " + line.split(" ")[1])
                .toList();
    }

    @Test
    void noKeyStandsInTheFileAndOnlyTheOwnerReadsIt() throws Exception {
        aRealmWithAlice();

        byte[] key = AsRequests.key("alice", "secret").getKeyData();
        byte[] file = Files.readAllBytes(folder.resolve("principals"));
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key, StandardCharsets.ISO_8859_1))
                .doesNotContain(HexFormat.of().formatHex(key))
                .doesNotContain(Base64.getEncoder().encodeToString(key));
        for (String name : List.of("principals", "master-key")) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aLineUnderAnotherNameIsRefused() throws Exception {
        aRealmWithAlice();
        replace("user alice@", "user chief@");

        assertThatThrownBy(this::start)
                .isInstanceOf(KdcException.class)
                .hasMessageContaining(folder.resolve("principals") + ", line 2");
    }

    @Test
    void aLineThatIsNoPrincipalIsNamed() throws Exception {
        for (String line :
                List.of(
                        "",
                        "user",
                        "user a@R",
                        "group a@R 1:",
                        "user a@R 1",
                        "user a@R 1:18",
                        "user a@R x:18=",
                        "user a@R 1:18=%",
                        "user a@R 1:18=AAAA")) {
            aRealmWithAlice();
            Files.writeString(folder.resolve("principals"), "turnstile-kdc 1\n" + line + "\n");
            assertThatThrownBy(this::start)
                    .as(line)
                    .isInstanceOf(KdcException.class)
                    .hasMessageContaining("line 2");
            Files.delete(folder.resolve("principals"));
        }
    }

    @Test
    void aFileOfAnotherFormatIsRefused() throws Exception {
        aRealmWithAlice();
        replace("turnstile-kdc 1", "turnstile-kdc 2");

        assertThatThrownBy(this::start)
                .isInstanceOf(KdcException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void withoutItsKeyTheFileIsRefused() throws Exception {
        aRealmWithAlice();
        Files.delete(folder.resolve("master-key"));

        assertThatThrownBy(this::start)
                .isInstanceOf(KdcException.class)
                .hasMessageContaining("master-key");
    }

    private void replace(String old, String by) throws Exception {
        Path file = folder.resolve("principals");
        String text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, by));
    }
}
