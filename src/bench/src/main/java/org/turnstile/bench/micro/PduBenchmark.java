/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.micro;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.turnstile.api.Implementation;
import org.turnstile.api.UID;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.Pdu;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.PresentationDataValue;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;
import org.turnstile.dicom.pdu.codec.PduDecoder;
import org.turnstile.dicom.pdu.codec.PduEncoder;
import org.turnstile.dicom.pdu.codec.PduLimits;

/** An A-ASSOCIATE-RQ with a type 2 identity, and a P-DATA-TF of 16 KiB, both ways. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PduBenchmark {

    private static final int FRAGMENT = 16 * 1024;

    private EmbeddedChannel decoder;
    private AAssociateRq rq;
    private byte[] rqBytes;
    private PDataTf data;
    private byte[] dataBytes;

    /** As JMH needs it. */
    public PduBenchmark() {}

    /** Makes the PDUs and their bytes. */
    @Setup
    public void prepare() {
        decoder = new EmbeddedChannel(new PduDecoder(PduLimits.DEFAULT));
        rq = rq();
        rqBytes = bytes(rq);
        data =
                new PDataTf(
                        List.of(
                                new PresentationDataValue(
                                        1,
                                        false,
                                        true,
                                        Unpooled.wrappedBuffer(new byte[FRAGMENT]))));
        dataBytes = bytes(data);
    }

    /** Gives the buffers back. */
    @TearDown
    public void end() {
        data.release();
        decoder.finishAndReleaseAll();
    }

    /** A-ASSOCIATE-RQ from bytes; a copy of them, since the decoder clears what it has read. */
    @Benchmark
    public Pdu decodeAssociateRq() {
        return decode(rqBytes);
    }

    /** A-ASSOCIATE-RQ to bytes. */
    @Benchmark
    public int encodeAssociateRq() {
        return encode(rq);
    }

    /** P-DATA-TF from bytes, the copy into a buffer included. */
    @Benchmark
    public int decodeData() {
        PDataTf decoded = (PDataTf) decode(dataBytes);
        int length = decoded.values().get(0).data().readableBytes();
        decoded.release();
        return length;
    }

    /** P-DATA-TF to buffers, which share the fragment. */
    @Benchmark
    public int encodeData() {
        return encode(data);
    }

    private Pdu decode(byte[] bytes) {
        ByteBuf in = ByteBufAllocator.DEFAULT.buffer(bytes.length).writeBytes(bytes);
        decoder.writeInbound(in);
        return decoder.readInbound();
    }

    private static int encode(Pdu pdu) {
        ByteBuf out = PduEncoder.encode(pdu, ByteBufAllocator.DEFAULT);
        int length = out.readableBytes();
        out.release();
        return length;
    }

    private static byte[] bytes(Pdu pdu) {
        ByteBuf out = PduEncoder.encode(pdu, ByteBufAllocator.DEFAULT);
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes).release();
        return bytes;
    }

    private static AAssociateRq rq() {
        UserIdentityRq identity =
                new UserIdentityRq(
                        2,
                        true,
                        "modality".getBytes(StandardCharsets.UTF_8),
                        "passcode".getBytes(StandardCharsets.UTF_8));
        return new AAssociateRq(
                1,
                "TURNSTILE",
                "BENCH",
                UID.APPLICATION_CONTEXT,
                List.of(
                        new PresentationContextRq(
                                1, UID.VERIFICATION, List.of(UID.IMPLICIT_VR_LITTLE_ENDIAN))),
                UserInformation.of(FRAGMENT, Implementation.CLASS_UID, Implementation.VERSION_NAME)
                        .with(identity),
                List.of());
    }
}
