/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.bench.load.LoadException;
import org.turnstile.dicom.dimse.command.CommandSet;

class MessageTest {

    private static final ObjectTemplate TEMPLATE = ObjectTemplate.ofSize(50_000);

    private static Message message(int maximumLength) throws LoadException {
        return Message.of(command(), TEMPLATE.bytes(), TEMPLATE.headLength(), maximumLength);
    }

    private static CommandSet command() {
        return new CommandSet(
                CommandSet.C_STORE_RQ,
                1,
                Optional.of(ObjectTemplate.SOP_CLASS),
                Optional.of(Identifying.INSTANCE.zero()),
                true,
                OptionalInt.empty(),
                Optional.empty());
    }

    /** The fragments, each with its message control header before it. */
    private static List<byte[]> fragments(Message message, int maximumLength) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        message.to(sent::write);
        ByteBuffer pdus = ByteBuffer.wrap(sent.toByteArray());
        List<byte[]> fragments = new ArrayList<>();
        while (pdus.hasRemaining()) {
            assertThat(pdus.getShort()).isEqualTo((short) 0x0400); // P-DATA-TF
            int length = pdus.getInt();
            assertThat(length).isLessThanOrEqualTo(maximumLength);
            assertThat(pdus.getInt()).isEqualTo(length - 4);
            assertThat(pdus.get()).isEqualTo((byte) 1); // presentation context
            byte[] fragment = new byte[length - 5];
            pdus.get(fragment);
            fragments.add(fragment);
        }
        return fragments;
    }

    private static byte[] dataSet(List<byte[]> fragments) {
        ByteArrayOutputStream dataSet = new ByteArrayOutputStream();
        fragments.stream().skip(1).forEach(each -> dataSet.write(each, 1, each.length - 1));
        return dataSet.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {4_096, 16_384, 16_385, 262_144})
    void isCutIntoWhatThePeerTakes(int maximumLength) throws IOException {
        List<byte[]> fragments = fragments(message(maximumLength), maximumLength);

        assertThat(fragments.get(0)[0]).isEqualTo((byte) 3); // a whole command set
        List<byte[]> data = fragments.subList(1, fragments.size());
        assertThat(data.get(data.size() - 1)[0]).isEqualTo((byte) 2); // the last of the data set
        assertThat(data.subList(0, data.size() - 1)).allMatch(each -> each[0] == 0);
        assertThat(dataSet(fragments)).isEqualTo(TEMPLATE.bytes());
    }

    @Test
    void aNumberIsReplacedInCommandSetAndDataSet() throws IOException {
        Message message = message(16_384);
        Message other = message.copy();

        other.set(Identifying.INSTANCE, 42);

        List<byte[]> fragments = fragments(other, 16_384);
        String uid = "2.25.3000000000000000042";
        assertThat(new String(fragments.get(0), StandardCharsets.ISO_8859_1)).contains(uid);
        assertThat(Arrays.mismatch(dataSet(fragments), TEMPLATE.bytes())).isPositive();
        assertThat(dataSet(fragments)).hasSameSizeAs(TEMPLATE.bytes());
        assertThat(dataSet(fragments(message, 16_384))).isEqualTo(TEMPLATE.bytes());
    }

    @Test
    void refusesAPeerThatTakesLessThanTheIdentifyingValues() {
        assertThatThrownBy(() -> message(200))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("200");
    }
}
