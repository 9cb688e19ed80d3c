/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.HotpState;
import org.turnstile.jaas.otp.store.OtpAccount;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.Stores;

/** Case 94: of all who come at once with one value, one gets an association. */
class OneAssociationTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case94OfTwoThreadsWithOneValueOneGetsIn(Stores kind) throws Exception {
        byte[] passPhrase = "This is a test.".getBytes(StandardCharsets.US_ASCII);
        OtpStore store = kind.empty(folder);
        ChainState chain =
                ChainState.begin(
                        OtpAlgorithm.SHA1, 101, "s", OtpAlgorithm.SHA1.value(passPhrase, "s", 101));
        Person alice = new Person(store, chain);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int n = 100; n > 0; n--) {
                String value = "%016x".formatted(OtpAlgorithm.SHA1.value(passPhrase, "s", n));
                List<Callable<String>> racers = Collections.nCopies(2, () -> alice.sends(value));
                List<String> answers = new ArrayList<>();
                for (Future<String> racer : threads.invokeAll(racers)) {
                    answers.add(racer.get());
                }
                assertThat(answers)
                        .containsExactlyInAnyOrder("in", "the response has been used before");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(alice.chain().exhausted()).isTrue();
    }

    @Test
    void case94TenThousandRacesOfTwoJvmsOnOneDatabase() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try {
            String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort();
            assertOneGetsIn(url + "/mem:races;DB_CLOSE_DELAY=-1", 10_000);
        } finally {
            server.stop();
        }
    }

    @Test
    void case94RacesOfTwoJvmsOnPostgresql() throws Exception {
        assertOneGetsIn(Stores.postgresUrl(), 1_000);
    }

    @Test
    void case94RacesOfTwoJvmsOnOneFile() throws Exception {
        assertOneGetsIn(folder.resolve("otp").toString(), 200);
    }

    private void assertOneGetsIn(String where, int races) throws Exception {
        OtpStore store = Racer.store(where);
        store.add(new OtpAccount(Person.NAME, Racer.TOKEN));
        List<String> first;
        List<String> second;
        try (Jvm one = new Jvm(where, folder, 0, races);
                Jvm other = new Jvm(where, folder, 1, races)) {
            first = one.answers();
            second = other.answers();
        }
        assertThat(first).hasSize(races);
        assertThat(second).hasSize(races);
        for (int race = 0; race < races; race++) {
            assertThat(List.of(first.get(race), second.get(race)))
                    .as("race %d", race)
                    .containsOnlyOnce("in");
        }
        assertThat(((HotpState) store.find(Person.NAME).orElseThrow()).counter()).isEqualTo(races);
        // both were there in time for some of them, else there was no race
        assertThat(Stream.of(first, second))
                .allMatch(answers -> Collections.frequency(answers, "in") > races / 100);
    }

    private static final class Jvm implements AutoCloseable {

        private final Process process;
        private final Path output;

        Jvm(String where, Path folder, int racer, int races) throws IOException {
            output = folder.resolve("racer" + racer);
            process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx64m",
                                    "-XX:+UseSerialGC",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Racer.class.getName(),
                                    where,
                                    folder.resolve("line").toString(),
                                    Integer.toString(racer),
                                    Integer.toString(races))
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .redirectOutput(output.toFile())
                            .start();
        }

        List<String> answers() throws Exception {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return Files.readAllLines(output);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
