/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.micro;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.openjdk.jmh.annotations.Warmup;
import org.turnstile.api.UID;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.CommandSetReader;
import org.turnstile.dicom.dimse.command.CommandSetWriter;
import org.turnstile.dicom.dimse.command.DimseFault;

/** The command sets of a C-ECHO: the request read, the response written. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CommandSetBenchmark {

    private final ByteBuf out = Unpooled.buffer(256);
    private ByteBuf request;
    private CommandSet response;

    /** As JMH needs it. */
    public CommandSetBenchmark() {}

    /** Makes the request and the response. */
    @Setup
    public void prepare() {
        request = Unpooled.buffer(256);
        CommandSetWriter.write(echo(CommandSet.C_ECHO_RQ, OptionalInt.empty()), request);
        response = echo(CommandSet.C_ECHO_RQ | CommandSet.RESPONSE, OptionalInt.of(0));
    }

    /** C-ECHO-RQ. */
    @Benchmark
    public CommandSet read() throws DimseFault {
        return CommandSetReader.read(request.duplicate());
    }

    /** C-ECHO-RSP. */
    @Benchmark
    public ByteBuf write() {
        CommandSetWriter.write(response, out.clear());
        return out;
    }

    private static CommandSet echo(int field, OptionalInt status) {
        return new CommandSet(
                field,
                1,
                Optional.of(UID.VERIFICATION),
                Optional.empty(),
                false,
                status,
                Optional.empty());
    }
}
