/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PDataFramesTest {

    private static final byte[] SET = bytes(200);

    static IntStream everyMaximumLength() {
        return IntStream.concat(
                IntStream.rangeClosed(7, 300), IntStream.of(4096, 16384, 256 * 1024));
    }

    @ParameterizedTest
    @MethodSource("everyMaximumLength")
    void givenAnyMaximumLength_thenNoPduIsLongerAndTheFragmentsMakeTheSet(int maximumLength) {
        ByteBuf set = Unpooled.wrappedBuffer(SET);
        ByteBuf out = PDataFrames.command(UnpooledByteBufAllocator.DEFAULT, 5, set, maximumLength);
        ByteBuf joined = Unpooled.buffer();
        boolean last = false;
        while (out.isReadable()) {
            assertThat(last).isFalse();
            assertThat(out.readUnsignedShort()).as("type 04H, reserved").isEqualTo(0x0400);
            int pduLength = out.readInt();
            assertThat(pduLength).isLessThanOrEqualTo(maximumLength);
            assertThat(out.readInt()).as("item length").isEqualTo(pduLength - 4);
            assertThat(out.readByte()).as("context").isEqualTo((byte) 5);
            int control = out.readByte();
            last = (control & 2) != 0;
            assertThat(control & 1).as("command").isEqualTo(1);
            joined.writeBytes(out, pduLength - 6);
        }
        assertThat(last).isTrue();
        assertThat(ByteBufUtil.getBytes(joined)).isEqualTo(SET);
        out.release();
    }

    @Test
    void givenASetThatFits_thenItIsOnePdu() {
        ByteBuf set = Unpooled.wrappedBuffer(new byte[] {1, 2});
        ByteBuf out = PDataFrames.command(UnpooledByteBufAllocator.DEFAULT, 1, set, 16384);

        // 04 00, PDU length 8, item length 4, context 1, command and last, the set
        assertThat(ByteBufUtil.hexDump(out))
                .isEqualTo("040000000008" + "00000004" + "0103" + "0102");
        out.release();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 15, 16384, 16385})
    void givenRoomForTwoBytes_thenFragmentsAreEven(int maximumLength) {
        int length = PDataFrames.fragmentLength(maximumLength);

        assertThat(length % 2).isZero();
        assertThat(length).isBetween(maximumLength - 7, maximumLength - 6);
    }

    @Test
    void givenRoomForOneByte_thenFragmentsAreOneByte() {
        assertThat(PDataFrames.fragmentLength(7)).isEqualTo(1);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
