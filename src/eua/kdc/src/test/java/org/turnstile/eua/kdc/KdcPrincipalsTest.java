/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KdcPrincipalsTest {
    private Kdc kdc;

    @BeforeEach
    void start() throws Exception {
        kdc = Kdc.start(KdcOptions.defaults());
    }

    @AfterEach
    void stop() {
        kdc.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "a/",
                "/b",
                "a b",
                "a\\b",
                "alice@ELSEWHERE",
                "alice@",
                "M\u00FCller"
            })
    void aNameThatCannotBeOfTheRealmIsRefused(String name) {
        assertThatThrownBy(() -> kdc.addPrincipal(name, "secret".toCharArray()))
                .isInstanceOf(KdcException.class)
                .hasMessageContaining(name);
        assertThatThrownBy(() -> kdc.addService(name)).isInstanceOf(KdcException.class);
    }

    @Test
    void aUserIsNoServiceAndAServiceIsNoUser() throws Exception {
        kdc.addPrincipal("alice", "secret".toCharArray());
        kdc.addService("dicom/localhost");

        assertThatThrownBy(() -> kdc.addService("alice"))
                .isInstanceOf(KdcException.class)
                .hasMessageContaining("alice@TURNSTILE.TEST");
        assertThatThrownBy(() -> kdc.addPrincipal("dicom/localhost", "secret".toCharArray()))
                .isInstanceOf(KdcException.class)
                .hasMessageContaining("dicom/localhost@TURNSTILE.TEST");
    }

    @Test
    void aServiceThatExistsKeepsItsKeys() throws Exception {
        kdc.addService("dicom/localhost");
        kdc.addService("dicom/localhost@TURNSTILE.TEST");

        assertThat(kdc.rotate("dicom/localhost")).isEqualTo(2);
    }

    @Test
    void keysAreNotInTheTextOfAnything() throws Exception {
        KeySet keys = KeySet.of("alice@TURNSTILE.TEST", "secret".toCharArray(), 3);

        assertThat(keys.toString()).isEqualTo("KeySet[kvno=3]");
    }
}
