/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KeytabFormatTest {

    private static final String REALM = "EXAMPLE.ORG";

    private final EncryptionKey aes256 = Request.key(Request.AES256);
    private final EncryptionKey aes128 = Request.key(EncryptionType.AES128_CTS_HMAC_SHA1_96);

    @TempDir private Path folder;

    private Keytab read(KeytabBytes keytab) throws IOException {
        return KeytabFormat.read(keytab.writeTo(folder.resolve("keytab")));
    }

    private void refused(byte[] bytes, String message) throws IOException {
        Path file = Files.write(folder.resolve("bad"), bytes);
        assertThatThrownBy(() -> KeytabFormat.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + message);
    }

    @Test
    void everyKeyOfAesIsReadWithItsPrincipalAndVersion() throws Exception {
        Keytab keytab =
                read(
                        new KeytabBytes()
                                .entry("dicom/pacs.example.org", REALM, 3, aes256)
                                .entry("dicom/pacs.example.org", REALM, 4, aes128)
                                .entry("turnstile", REALM, 300, aes256));

        assertThat(keytab)
                .hasToString(
                        "[dicom/pacs.example.org@EXAMPLE.ORG kvno 3 aes256-cts-hmac-sha1-96,"
                                + " dicom/pacs.example.org@EXAMPLE.ORG kvno 4"
                                + " aes128-cts-hmac-sha1-96,"
                                + " turnstile@EXAMPLE.ORG kvno 300 aes256-cts-hmac-sha1-96]");
        assertThat(keytab.keys().get(0).forKerby().getKeyData()).isEqualTo(aes256.getKeyData());
        assertThat(keytab.unused()).isZero();
    }

    @Test
    void keysOfOtherTypesOrOfAWrongLengthAreCountedAndNotUsed() throws Exception {
        Keytab keytab =
                read(
                        new KeytabBytes()
                                .entry("dicom/a", REALM, 1, 23, new byte[16], true) // rc4-hmac
                                .entry("dicom/a", REALM, 1, 18, new byte[16], true) // too short
                                .entry("dicom/a", REALM, 1, aes256));

        assertThat(keytab.keys()).hasSize(1);
        assertThat(keytab.unused()).isEqualTo(2);
    }

    @Test
    void holesAndOldEntriesWithAVersionOf8BitsAreFine() throws Exception {
        Keytab keytab =
                read(
                        new KeytabBytes()
                                .hole(40)
                                .entry("dicom/a", REALM, 255, 18, aes256.getKeyData(), false)
                                .hole(7)
                                .entry("dicom/a", REALM, 256, aes256)
                                .sized(0, new byte[64])); // room at the end

        assertThat(keytab.keys()).extracting(ServiceKey::kvno).containsExactly(255L, 256L);
    }

    @Test
    void theSameFileIsEqualAndAnotherKeyIsNot() throws Exception {
        KeytabBytes one = new KeytabBytes().entry("dicom/a", REALM, 1, aes256);
        KeytabBytes other =
                new KeytabBytes().entry("dicom/a", REALM, 1, Request.key(Request.AES256));

        assertThat(read(one)).isEqualTo(read(one)).hasSameHashCodeAs(read(one));
        assertThat(read(one)).isNotEqualTo(read(other));
    }

    @Test
    void whatIsNoKeytabIsSaidToBeNone() throws Exception {
        refused(new byte[0], " is no keytab of version 2: it does not begin with 0502");
        refused(new byte[] {5, 1}, " is no keytab of version 2: it does not begin with 0502");
        refused(
                "alice:*".getBytes(StandardCharsets.US_ASCII),
                " is no keytab of version 2: it does not begin with 0502");
        assertThatThrownBy(() -> KeytabFormat.read(folder.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anEntryThatIsCutOffIsNamedByItsPlace() throws Exception {
        byte[] whole = new KeytabBytes().entry("dicom/a", REALM, 1, aes256).bytes();

        refused(
                Arrays.copyOf(whole, whole.length - 1),
                ", byte 2: the file ends within this entry");
        refused(Arrays.copyOf(whole, 4), ", byte 2: the file ends within this entry");
        whole[6] = 0x7F; // 32,513 components
        refused(whole, ", byte 6: lengths do not fit this entry");
    }

    @Test
    void moreThanAMebibyteIsNotRead() throws Exception {
        byte[] big = Arrays.copyOf(new byte[] {5, 2}, KeytabFormat.MAX_BYTES + 1);

        refused(big, " has more than 1048576 bytes");
    }

    @Test
    @Timeout(60)
    void givenDamage_thenAKeytabIsReadOrRefused() throws Exception {
        byte[] whole = new KeytabBytes().entry("dicom/a", REALM, 1, aes256).hole(9).bytes();
        int read = 0;
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] bytes = Arrays.copyOf(whole, whole.length - seed % 2);
            bytes[2 + random.nextInt(bytes.length - 2)] = (byte) random.nextInt();
            try {
                KeytabFormat.read(Files.write(folder.resolve("damaged"), bytes));
                read++;
            } catch (IOException e) {
                assertThat(e).hasMessageContaining(", byte ");
            }
        }
        assertThat(read).isBetween(1, 499);
    }
}
