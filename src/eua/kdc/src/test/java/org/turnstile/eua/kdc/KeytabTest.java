/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import javax.security.auth.kerberos.KerberosKey;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.kerberos.KeyTab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keytabs, as the JDK reads them. */
class KeytabTest {
    private static final String DICOM = "dicom/localhost@TURNSTILE.TEST";

    @TempDir private Path folder;
    private Kdc kdc;
    private Path keytab;

    @BeforeEach
    void aRealmWithAService() throws Exception {
        keytab = folder.resolve("new/keytab");
        kdc = Kdc.start(KdcOptions.defaults());
        kdc.addService("dicom/localhost");
    }

    @AfterEach
    void stop() {
        kdc.close();
    }

    private KerberosKey[] keys() {
        return KeyTab.getUnboundInstance(keytab.toFile()).getKeys(new KerberosPrincipal(DICOM));
    }

    @Test
    void theKeysOfAServiceAreThereAndOnlyTheOwnerReadsThem() throws Exception {
        kdc.writeKeytab(keytab, "dicom/localhost");

        assertThat(keys()).extracting(KerberosKey::getKeyType).containsExactlyInAnyOrder(18, 17);
        assertThat(keys()).extracting(KerberosKey::getVersionNumber).containsOnly(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keytab)))
                .isEqualTo("rw-------");
    }

    @Test
    void afterARotationTheOldKeysAreThereToo() throws Exception {
        kdc.writeKeytab(keytab, DICOM);
        byte[] old = key(18, 1);
        assertThat(kdc.rotate(DICOM)).isEqualTo(2);
        kdc.writeKeytab(keytab, DICOM);

        assertThat(keys()).extracting(KerberosKey::getVersionNumber).contains(1, 2);
        assertThat(key(18, 1)).isEqualTo(old);
        assertThat(key(18, 2)).isNotEqualTo(old);
    }

    @Test
    void aKeytabWrittenAtOnceAgainIsLaterThanTheOneBefore() throws Exception {
        kdc.writeKeytab(keytab, DICOM);
        FileTime ahead = FileTime.from(Instant.now().plusSeconds(3600));
        Files.setLastModifiedTime(keytab, ahead);
        kdc.rotate(DICOM);
        kdc.writeKeytab(keytab, DICOM);

        assertThat(Files.getLastModifiedTime(keytab).toMillis()).isGreaterThan(ahead.toMillis());
    }

    private byte[] key(int type, int version) {
        return Arrays.stream(keys())
                .filter(k -> k.getKeyType() == type && k.getVersionNumber() == version)
                .findFirst()
                .orElseThrow()
                .getEncoded();
    }

    @Test
    void aSecondServiceStandsBesideTheFirst() throws Exception {
        kdc.addService("HTTP/localhost");
        kdc.writeKeytab(keytab, "dicom/localhost", "HTTP/localhost");

        KeyTab both = KeyTab.getUnboundInstance(keytab.toFile());
        assertThat(both.getKeys(new KerberosPrincipal("HTTP/localhost@TURNSTILE.TEST")))
                .isNotEmpty();
        assertThat(keys()).isNotEmpty();
    }

    @Test
    void whoIsUnknownHasNoKeysNorCanBeRotated() {
        assertThatThrownBy(() -> kdc.writeKeytab(keytab, "dicom/elsewhere"))
                .isInstanceOf(KdcException.class)
                .hasMessageContaining("dicom/elsewhere@TURNSTILE.TEST");
        assertThatThrownBy(() -> kdc.writeKeytab(keytab)).isInstanceOf(KdcException.class);
        assertThatThrownBy(() -> kdc.rotate("dicom/elsewhere")).isInstanceOf(KdcException.class);
        assertThat(keytab).doesNotExist();
    }

    @Test
    void aFolderInItsPlaceIsNamed() throws Exception {
        Files.createDirectories(keytab.resolve("full"));

        assertThatThrownBy(() -> kdc.writeKeytab(keytab, DICOM))
                .isInstanceOf(KdcException.class)
                .hasMessageContaining(keytab.toString());
        assertThatThrownBy(() -> kdc.writeKrb5Conf(keytab))
                .isInstanceOf(KdcException.class)
                .hasMessageContaining(keytab.toString());
    }
}
