/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    private static final String RELEASE_RP = "060000000004 00000000";

    /** P-DATA-TF: its length, that of the value, context 1, command and last. */
    private static final String ECHO_HEADER = "040000000024 00000020 01 03";

    private static final String COMMAND_FIELD = "00000001 02000000 3080"; // C-ECHO-RSP
    private static final String MESSAGE_ID = "00002001 02000000 0100";
    private static final String SUCCESS = "00000009 02000000 0000";

    private static ByteBuffer bytes(String... hex) {
        byte[] bytes = HexFormat.of().parseHex(String.join("", hex).replace(" ", ""));
        return ByteBuffer.allocate(256).put(bytes).flip();
    }

    private static Answer answer(String... hex) throws LoadException {
        return Answer.next(bytes(hex)).orElseThrow();
    }

    @Test
    void takesAWholePdu() {
        assertThatCode(() -> answer(RELEASE_RP).expect(Answer.RELEASE_RP))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "06", "0600000000", "060000000004", "060000000004000000"})
    void waitsForTheRest(String part) throws LoadException {
        ByteBuffer in = bytes(part);

        assertThat(Answer.next(in)).isEmpty();
        assertThat(in.position()).isZero();
    }

    @Test
    void leavesWhatFollows() throws LoadException {
        ByteBuffer in = bytes(RELEASE_RP, "0700");

        assertThat(Answer.next(in)).isPresent();
        assertThat(in.remaining()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0600000000FB", "0600FFFFFFFF"})
    void refusesAPduThatDoesNotFit(String header) {
        assertThatThrownBy(() -> answer(header))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("more than was expected");
    }

    @ParameterizedTest
    @CsvSource({
        "030000000004 00010201, rejected: 1/2/1",
        "070000000004 00000206, aborted: 2/6",
        "050000000004 00000000, 'PDU type 05H came, 02H was expected'",
        "0300000000020001, 'PDU type 03H came, 02H was expected'"
    })
    void saysWhatCameInstead(String pdu, String message) throws LoadException {
        Answer answer = answer(pdu);

        assertThatThrownBy(() -> answer.expect(Answer.ASSOCIATE_AC))
                .isInstanceOf(LoadException.class)
                .hasMessage(message);
    }

    @Test
    void takesAnEchoWithStatusSuccess() {
        assertThatCode(() -> answer(ECHO_HEADER, COMMAND_FIELD, MESSAGE_ID, SUCCESS).expectEcho())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        // status 0122H
        "00000001 02000000 3080, 00000009 02000000 2201, 'command 8030H with status 0122H'",
        // C-STORE-RSP
        "00000001 02000000 0180, 00000009 02000000 0000, 'command 8001H with status 0000H'",
        // no status, but its number in another group
        "00000001 02000000 3080, 08000009 02000000 0000, 'without (0000,0900)'",
        // a length beyond the end
        "00000001 FF000000 3080, 00000009 02000000 0000, 'without (0000,0100)'",
        // a negative length
        "00000001 FFFFFFFF 3080, 00000009 02000000 0000, 'without (0000,0100)'",
        // a length that is not that of a number
        "00000001 02000000 3080, 00000009 00000000 0000, 'without (0000,0900)'"
    })
    void refusesAnyOtherCommand(String field, String status, String message) throws LoadException {
        Answer answer = answer(ECHO_HEADER, field, MESSAGE_ID, status);

        assertThatThrownBy(answer::expectEcho)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "040000000002 0000", // no value
                "040000000006 00000002 01 01", // not the last
                "040000000006 00000002 01 02", // a data set
                "04000000000C 00000002 01 03 00000002 01 03" // two
            })
    void refusesWhatIsNotOneWholeCommandSet(String pdu) throws LoadException {
        Answer answer = answer(pdu);

        assertThatThrownBy(answer::expectEcho)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("not one whole command set");
    }
}
