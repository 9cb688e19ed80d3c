/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.AReleaseRp;
import org.turnstile.dicom.pdu.AReleaseRq;

/** The PDUs of ten bytes: A-ASSOCIATE-RJ, A-RELEASE-RQ, A-RELEASE-RP, A-ABORT. */
class FixedPduTest {

    /** Type, reserved, length 4, reserved, result, source, reason. */
    private static final byte[] RJ121 = hex("03 00 00000004 00 01 02 01");

    /** Type, reserved, length 4, two reserved, source, reason. */
    private static final byte[] ABORT26 = hex("07 00 00000004 0000 02 06");

    /** Type, reserved, length 4, four reserved. */
    private static final byte[] RELEASE_RQ = hex("05 00 00000004 00000000");

    private static final byte[] RELEASE_RP = hex("06 00 00000004 00000000");

    @Test
    void failedAuthenticationIsRejected121() {
        assertThat(Wire.encode(AAssociateRj.NOT_AUTHENTICATED)).isEqualTo(RJ121);
        assertThat(Wire.decode(AAssociateRj.class, RJ121))
                .isEqualTo(AAssociateRj.NOT_AUTHENTICATED);
    }

    @Test
    void malformedIdentityIsAborted26() {
        assertThat(Wire.encode(AAbort.INVALID_PARAMETER)).isEqualTo(ABORT26);
        assertThat(Wire.decode(AAbort.class, ABORT26)).isEqualTo(AAbort.INVALID_PARAMETER);
    }

    @Test
    void releaseHasNoContent() {
        assertThat(Wire.encode(new AReleaseRq())).isEqualTo(RELEASE_RQ);
        assertThat(Wire.encode(new AReleaseRp())).isEqualTo(RELEASE_RP);
        assertThat(Wire.decode(AReleaseRq.class, RELEASE_RQ)).isEqualTo(new AReleaseRq());
        assertThat(Wire.decode(AReleaseRp.class, RELEASE_RP)).isEqualTo(new AReleaseRp());
    }

    @Test
    void reservedBytesAreNotTested() {
        assertThat(Wire.decode(AReleaseRq.class, hex("05 FF 00000004 FFFFFFFF"))).isNotNull();
        assertThat(Wire.decode(AAbort.class, hex("07 FF 00000004 FFFF 00 00")))
                .isEqualTo(AAbort.USER);
        assertThat(Wire.decode(AAssociateRj.class, hex("03 FF 00000004 FF 02 03 02")))
                .isEqualTo(AAssociateRj.LOCAL_LIMIT);
    }

    @Test
    void codesAreUnsigned() {
        assertThat(Wire.decode(AAssociateRj.class, hex("03 00 00000004 00 FF FE FD")))
                .isEqualTo(new AAssociateRj(255, 254, 253));
        assertThat(Wire.decode(AAbort.class, hex("07 00 00000004 0000 FF FE")))
                .isEqualTo(new AAbort(255, 254));
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "05", "06", "07"})
    void anyLengthButFourIsMalformed(String type) {
        for (String length : new String[] {"00000000", "00000003", "00000005", "FFFFFFFF"}) {
            MalformedPdu fault = Wire.abort26(hex(type + " 00 " + length + " 0000000000"));
            assertThat(fault.fault())
                    .contains("PDU type " + Integer.parseInt(type, 16))
                    .contains(Long.toString(Long.parseLong(length, 16)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "08", "16", "80", "FF"})
    void anUnknownTypeIsAnUnrecognizedPdu(String type) {
        MalformedPdu fault = Wire.decode(MalformedPdu.class, hex(type + " 00 00000004 00000000"));
        assertThat(fault.abort()).isEqualTo(AAbort.UNRECOGNIZED_PDU);
        assertThat(fault.fault()).isEqualTo("PDU type: " + Integer.parseInt(type, 16));
    }

    @Test
    void typesAreThoseOfTheWire() {
        assertThat(AAssociateRj.CONGESTION.type()).isEqualTo(3);
        assertThat(new AReleaseRq().type()).isEqualTo(5);
        assertThat(new AReleaseRp().type()).isEqualTo(6);
        assertThat(AAbort.USER.type()).isEqualTo(7);
    }
}
