/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Random;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerShapeTest {
    private static byte[] hex(String text) {
        return HexFormat.ofDelimiter(" ").parseHex(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05 00", // NULL
                "30 03 02 01 05", // SEQUENCE { INTEGER 5 }
                "30 81 03 02 01 05", // the same, its length in the long form
                "6A 04 30 02 05 00", // [APPLICATION 10] { SEQUENCE { NULL } }
            })
    void whatIsWholeIsTaken(String message) {
        assertThatCode(() -> DerShape.check(hex(message))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30", // a tag alone
                "30 80 00 00", // an indefinite length
                "30 84 00 00 00 00", // a length of four octets
                "30 83 FF FF FF 00", // more than there is
                "30 04 02 01 05", // one more than there is
                "30 03 02 02 05", // an inner one that leads out of the outer
                "30 00 00", // an octet left over
                "3F 81 00 00", // a tag of more than one octet
                "30 82 01", // a length that is cut off
            })
    void whatIsNotIsRefused(String message) {
        assertThatThrownBy(() -> DerShape.check(hex(message))).isInstanceOf(Refusal.class);
    }

    @Test
    void nothingIsRefused() {
        assertThatThrownBy(() -> DerShape.check(new byte[0])).isInstanceOf(Refusal.class);
    }

    /** 32 SEQUENCEs are the most; 16,000 would take the decoder's stack. */
    @Test
    void nestingHasALimit() {
        assertThatCode(() -> DerShape.check(nested(32))).doesNotThrowAnyException();
        assertThatThrownBy(() -> DerShape.check(nested(33))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> DerShape.check(nested(16_000))).isInstanceOf(Refusal.class);
    }

    /** SEQUENCEs within each other, made from the inside out. */
    private static byte[] nested(int depth) {
        ByteArrayOutputStream backwards = new ByteArrayOutputStream();
        for (int i = 0; i < depth; i++) {
            int length = backwards.size();
            if (length < 0x80) {
                backwards.write(length);
            } else {
                backwards.write(length & 0xFF);
                backwards.write(length >> 8);
                backwards.write(0x82);
            }
            backwards.write(0x30);
        }
        byte[] message = backwards.toByteArray();
        for (int i = 0, j = message.length - 1; i < j; i++, j--) {
            byte swapped = message[i];
            message[i] = message[j];
            message[j] = swapped;
        }
        return message;
    }

    /** Whatever bytes come, the answer is a KRB-ERROR or a ticket, and never an exception. */
    @Test
    void requestsWithBytesChangedAtRandomAreAnswered() throws Exception {
        Random random = new Random(4120);
        byte[] valid = KrbCodec.encode(AsRequests.sealed("alice", "secret"));
        try (Kdc kdc = Kdc.start(KdcOptions.defaults())) {
            kdc.addPrincipal("alice", "secret".toCharArray());
            RawClient client = new RawClient(kdc.port());
            for (int i = 0; i < 300; i++) {
                byte[] changed = valid.clone();
                for (int n = random.nextInt(3); n >= 0; n--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                assertThatCode(() -> client.byTcp(changed)).doesNotThrowAnyException();
            }
        }
    }
}
