/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.UID;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.CommandSetReader;
import org.turnstile.dicom.dimse.command.DimseFault;
import org.turnstile.dicom.pdu.AAbort;

/** Command sets, Implicit VR Little Endian (PS3.7 §6.3.1, Annex E), element by element. */
class CommandSetTest {

    /** Of each command; the profile {@code fuzz} asks for more. */
    private static final int RANDOM = Integer.getInteger("turnstile.fuzz.commands", 100_000);

    /** (0000,0002) Affected SOP Class UID, 18 bytes: 1.2.840.10008.1.1 and a NUL. */
    private static final String VERIFICATION =
            "00000200" + "12000000" + "312e322e3834302e31303030382e312e3100";

    /** (0000,0100) Command Field: 0030H C-ECHO-RQ. */
    private static final String ECHO_RQ = "00000001" + "02000000" + "3000";

    /** (0000,0110) Message ID: 7. */
    private static final String MESSAGE_ID = "00001001" + "02000000" + "0700";

    /** (0000,0800) Command Data Set Type: 0101H, none. */
    private static final String NO_DATA_SET = "00000008" + "02000000" + "0101";

    /** (0000,0000) Group Length: 26 + 10 + 10 + 10 bytes follow. */
    private static final String GROUP_LENGTH = "00000000" + "04000000" + "38000000";

    private static final String ECHO =
            GROUP_LENGTH + VERIFICATION + ECHO_RQ + MESSAGE_ID + NO_DATA_SET;

    @Test
    void givenTheBytesOfACEchoRq_thenTheyAreReadAndWrittenTheSame() throws DimseFault {
        CommandSet echo = read(ECHO);

        assertThat(echo).isEqualTo(RawPeer.echo(7));
        assertThat(ByteBufUtil.hexDump(RawPeer.bytes(echo))).isEqualTo(ECHO);
    }

    @Test
    void givenAStoreResponseWithComment_thenItIsTheSameAfterWritingAndReading() throws DimseFault {
        CommandSet response =
                new CommandSet(
                        0x8001,
                        65535,
                        Optional.of("1.2.840.10008.5.1.4.1.1.2"),
                        Optional.of("1.2.3"),
                        false,
                        OptionalInt.of(0xA700),
                        Optional.of("disk full"));

        assertThat(CommandSetReader.read(Unpooled.wrappedBuffer(RawPeer.bytes(response))))
                .isEqualTo(response);
    }

    @Test
    void givenTextThatIsNotAscii_thenItIsWrittenAsQuestionMarks() throws DimseFault {
        CommandSet response =
                new CommandSet(
                        0x8001,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        OptionalInt.of(0x0110),
                        Optional.of("für"));

        assertThat(CommandSetReader.read(Unpooled.wrappedBuffer(RawPeer.bytes(response))))
                .extracting(CommandSet::errorComment)
                .isEqualTo(Optional.of("f?r"));
    }

    @Test
    void givenElementsOutOfOrderUnknownDoubleAndOfOtherGroups_thenTheFirstOfEachCounts()
            throws DimseFault {
        String unknown = "00009999" + "03000000" + "aabbcc";
        String otherGroup = "08000001" + "02000000" + "ffff";
        String secondId = "00001001" + "02000000" + "0800";

        CommandSet echo =
                read(
                        NO_DATA_SET
                                + unknown
                                + MESSAGE_ID
                                + otherGroup
                                + secondId
                                + ECHO_RQ
                                + VERIFICATION);

        assertThat(echo).isEqualTo(RawPeer.echo(7));
    }

    @Test
    void givenAWrongGroupLength_thenItDoesNotMatter() throws DimseFault {
        String wrong = "00000000" + "04000000" + "ffffffff";

        assertThat(read(wrong + VERIFICATION + ECHO_RQ + MESSAGE_ID + NO_DATA_SET))
                .isEqualTo(RawPeer.echo(7));
    }

    @ParameterizedTest
    @CsvSource({
        // what is wrong, the set, what the fault names
        "no command field, 000010010200000007000000080002000000, missing",
        "half an element, 0000, 2 bytes left",
        "length beyond the end, 0000000103000000ffff, '(0000,0100): length 3 of 2'",
        "undefined length, 00000001ffffffff3000, '(0000,0100): length 4294967295'",
        "US of 4 bytes, 000000010400000030000000, '(0000,0100): 4 bytes, not 2'",
        "UID with a control character, 0000020002000000310a, '(0000,0002): character 10 at 1'",
        "UID with a byte above ASCII, 0000020002000000e431, '(0000,0002): character 228 at 0'",
    })
    void givenAFaultySet_thenTheFaultNamesElementAndValue(String what, String hex, String named) {
        assertThatThrownBy(() -> read(hex))
                .as(what)
                .isInstanceOf(DimseFault.class)
                .satisfies(
                        fault ->
                                assertThat(((DimseFault) fault).abort())
                                        .isEqualTo(AAbort.INVALID_PARAMETER))
                .hasMessageContaining(named.equals("missing") ? "" : named);
    }

    @Test
    void givenMissingElements_thenTheFaultNamesTheFirst() {
        assertThatThrownBy(() -> read("")).hasMessage("(0000,0100) is missing");
        assertThatThrownBy(() -> read(ECHO_RQ)).hasMessage("(0000,0110) is missing");
        assertThatThrownBy(() -> read(ECHO_RQ + MESSAGE_ID)).hasMessage("(0000,0800) is missing");
        String response = "00000001" + "02000000" + "3080";
        assertThatThrownBy(() -> read(response + MESSAGE_ID + NO_DATA_SET))
                .hasMessage("(0000,0120) is missing");
    }

    @Test
    void givenAUidOf65Characters_thenItIsAFault() {
        String uid = "00000200" + "42000000" + "31".repeat(66);

        assertThatThrownBy(() -> read(uid)).hasMessage("(0000,0002): 66 characters, at most 64");
    }

    @Test
    void givenAUidPaddedWithSpaces_thenItIsTheUid() throws DimseFault {
        String padded = VERIFICATION.substring(0, VERIFICATION.length() - 2) + "20";

        assertThat(read(padded + ECHO_RQ + MESSAGE_ID + NO_DATA_SET)).isEqualTo(RawPeer.echo(7));
    }

    @Test
    void givenTheBytesOfACFindRq_thenTheyAreReadAndWrittenTheSame() throws DimseFault {
        String find =
                // (0000,0000) Group Length: 10 + 36 + 10 + 10 + 10 bytes follow
                ("00000000" + "04000000" + "4c000000")
                        // (0000,0002) Affected SOP Class UID: Study Root FIND and a NUL
                        + ("00000200" + "1c000000")
                        + "312e322e3834302e31303030382e352e312e342e312e322e322e3100"
                        // (0000,0100) Command Field: 0020H
                        + ("00000001" + "02000000" + "2000")
                        // (0000,0110) Message ID: 7
                        + MESSAGE_ID
                        // (0000,0700) Priority: medium
                        + ("00000007" + "02000000" + "0000")
                        // (0000,0800) Command Data Set Type: one follows
                        + ("00000008" + "02000000" + "0100");

        assertThat(read(find)).isEqualTo(RawPeer.find(7));
        assertThat(read(find).isQuery()).isTrue();
        assertThat(ByteBufUtil.hexDump(RawPeer.bytes(RawPeer.find(7)))).isEqualTo(find);
    }

    @Test
    void givenTheBytesOfACCancelRq_thenTheyAreReadAndWrittenTheSame() throws DimseFault {
        String cancel =
                // (0000,0000) Group Length: 10 + 10 + 10 bytes follow
                ("00000000" + "04000000" + "1e000000")
                        // (0000,0100) Command Field: 0FFFH
                        + ("00000001" + "02000000" + "ff0f")
                        // (0000,0120) Message ID Being Responded To: 7
                        + ("00002001" + "02000000" + "0700")
                        + NO_DATA_SET;

        assertThat(read(cancel)).isEqualTo(CommandSet.cancel(7));
        assertThat(ByteBufUtil.hexDump(RawPeer.bytes(CommandSet.cancel(7)))).isEqualTo(cancel);
    }

    /** Seeded: whatever comes, it is a command set or a typed fault, and reads no further. */
    @ParameterizedTest
    @ValueSource(ints = {CommandSet.C_STORE_RQ, CommandSet.C_FIND_RQ, CommandSet.C_CANCEL_RQ})
    void givenRandomChangesOfASet_thenItIsReadOrAFault(int field) {
        byte[] good =
                field == CommandSet.C_CANCEL_RQ
                        ? RawPeer.bytes(CommandSet.cancel(3))
                        : RawPeer.bytes(RawPeer.request(field, 3, UID.STUDY_ROOT_FIND));
        Random random = new Random(20260101);
        int faults = 0;
        int sets = 0;
        for (int i = 0; i < RANDOM; i++) {
            byte[] bytes = good.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            ByteBuf in = Unpooled.wrappedBuffer(bytes, 0, random.nextInt(bytes.length + 1));
            try {
                CommandSetReader.read(in);
                sets++;
            } catch (DimseFault fault) {
                assertThat(fault.getMessage()).isNotEmpty();
                faults++;
            }
        }
        assertThat(faults).isGreaterThan(RANDOM / 10);
        assertThat(sets).isGreaterThan(RANDOM / 1000);
    }

    private static CommandSet read(String hex) throws DimseFault {
        return CommandSetReader.read(Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex)));
    }
}
