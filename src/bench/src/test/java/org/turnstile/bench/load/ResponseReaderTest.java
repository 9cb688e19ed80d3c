/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseReaderTest {

    /** Command set of 30 bytes: C-FIND-RSP, a data set, status FF00H. */
    private static final String PENDING =
            "00000001 02000000 2080" // Command Field
                    + "00000008 02000000 0100" // Command Data Set Type
                    + "00000009 02000000 00FF"; // Status

    /** Command set of 30 bytes: C-STORE-RSP, no data set, status 0. */
    private static final String STORED =
            "00000001 02000000 0180" + "00000008 02000000 0101" + "00000009 02000000 0000";

    private ServerSocket server;
    private Socket peer;
    private Socket ours;
    private ResponseReader reader;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ours = new Socket(server.getInetAddress(), server.getLocalPort());
        ours.setSoTimeout(300);
        peer = server.accept();
        reader = new ResponseReader(ours);
    }

    @AfterEach
    void close() throws IOException {
        ours.close();
        peer.close();
        server.close();
    }

    private void comes(String... hex) throws IOException {
        peer.getOutputStream()
                .write(HexFormat.of().parseHex(String.join("", hex).replace(" ", "")));
    }

    @Test
    void takesAResponseWithoutDataSet() throws IOException {
        comes("040000000024 00000020 01 03", STORED);

        assertThat(reader.next()).isEqualTo(new Response(0x8001, 0, 0));
    }

    @Test
    void takesCommandSetAndDataSetInOnePdu() throws IOException {
        comes("04000000002E 00000020 01 03", PENDING, "00000006 01 02 00000000");

        assertThat(reader.next()).isEqualTo(new Response(0x8020, 0xFF00, 4));
    }

    @Test
    void takesPartsOfADataSetInPdusOfTheirOwn() throws IOException {
        comes("040000000024 00000020 01 03", PENDING);
        comes("040000000008 00000004 01 00 0000", "04000000000A 00000006 01 02 00000000");
        comes("040000000024 00000020 01 03", STORED);

        assertThat(reader.next()).isEqualTo(new Response(0x8020, 0xFF00, 6));
        assertThat(reader.next()).isEqualTo(new Response(0x8001, 0, 0));
    }

    @Test
    void takesACommandSetInTwoParts() throws IOException {
        String bytes = STORED.replace(" ", "");
        comes("040000000010 0000000C 01 01", bytes.substring(0, 20));
        comes("04000000001A 00000016 01 03", bytes.substring(20));

        assertThat(reader.next()).isEqualTo(new Response(0x8001, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "0400000000080000000401020000, command set and data set out of order", // data set first
        "0400000000080000000601030000, a P-DATA-TF whose lengths do not fit", // beyond the end
        "0400000000080000000101030000, a P-DATA-TF whose lengths do not fit", // negative
        "0400000000020000, a P-DATA-TF whose lengths do not fit", // no length
        "07000000000400000206, aborted: 2/6",
        "0400000040010000, a PDU of 16385 bytes: more than was expected"
    })
    void refusesWhatIsNoResponse(String hex, String message) throws IOException {
        comes(hex);

        assertThatThrownBy(reader::next).isInstanceOf(LoadException.class).hasMessage(message);
    }

    @Test
    void refusesSilence() {
        assertThatThrownBy(reader::next)
                .isInstanceOf(LoadException.class)
                .hasMessage("no answer within 300 ms");
    }

    @Test
    void refusesTheEnd() throws IOException {
        peer.close();

        assertThatThrownBy(reader::next).isInstanceOf(EOFException.class);
    }

    @Test
    void aResponseSaysWhetherItIsTheOneExpected() throws IOException {
        Response pending = new Response(Response.C_FIND_RSP, 0xFF01, 4);

        assertThat(pending.pending()).isTrue();
        assertThat(pending.require(Response.C_FIND_RSP)).isSameAs(pending);
        assertThatThrownBy(() -> pending.require(Response.C_STORE_RSP))
                .isInstanceOf(LoadException.class)
                .hasMessage("command 8020H came, 8001H was expected");
    }
}
