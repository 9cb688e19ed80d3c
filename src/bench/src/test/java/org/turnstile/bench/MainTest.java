/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.bench.archive.ArchiveScp;
import org.turnstile.bench.load.Scp;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private int runAgainst(Scp scp, String... args) {
        return run(
                Stream.concat(Stream.of(args), Stream.of("127.0.0.1", Integer.toString(scp.port())))
                        .toArray(String[]::new));
    }

    private Map<String, Double> figures() {
        Map<String, Double> figures = new HashMap<>();
        out.toString()
                .lines()
                .map(line -> line.split("=", 2))
                .forEach(pair -> figures.put(pair[0], Double.valueOf(pair[1])));
        return figures;
    }

    @ParameterizedTest
    @CsvSource({"associate,", "associate,--client", "echo,", "echo,--client"})
    void printsAFigureALine(String command, String flag) throws IOException {
        try (Scp scp = new Scp()) {
            String[] args =
                    Stream.of(command, flag, "--concurrency=2", "--warmup=0", "--seconds=1")
                            .filter(arg -> arg != null)
                            .toArray(String[]::new);

            assertThat(runAgainst(scp, args)).isZero();
        }

        assertThat(err.toString()).isEmpty();
        assertThat(figures())
                .containsOnlyKeys(
                        command + ".count",
                        command + ".per-second",
                        command + ".median-ms",
                        command + ".p99-ms");
        assertThat(figures().get(command + ".count")).isPositive();
        assertThat(figures().get(command + ".per-second"))
                .isEqualTo(figures().get(command + ".count"));
        assertThat(figures().get(command + ".p99-ms"))
                .isGreaterThanOrEqualTo(figures().get(command + ".median-ms"));
    }

    private int runAgainst(ArchiveScp scp, String... args) {
        return run(
                Stream.concat(Stream.of(args), Stream.of("127.0.0.1", Integer.toString(scp.port())))
                        .toArray(String[]::new));
    }

    @Test
    void enrolsTheUsersOfOneTimePasscodesBefore(@TempDir Path folder) throws IOException {
        Path states = folder.resolve("otp");
        try (Scp scp = new Scp()) {
            int status =
                    runAgainst(
                            scp,
                            "associate",
                            "--concurrency=2",
                            "--warmup=0",
                            "--seconds=1",
                            "--passcodes=9998",
                            "--one-time",
                            states.toString());
            assertThat(status).as(err.toString()).isZero();
        }

        assertThat(figures().get("associate.count")).isPositive();
        assertThat(states).content().contains("bench0:otp-sha1:9999:", "bench1:otp-sha1:9999:");
    }

    @Test
    void storesObjects() throws IOException {
        try (ArchiveScp scp = ArchiveScp.store(0)) {
            assertThat(runAgainst(scp, "store", "--size=2048", "--objects=20", "--warmup=1"))
                    .isZero();
        }

        assertThat(err.toString()).isEmpty();
        assertThat(figures())
                .containsOnlyKeys(
                        "store.count",
                        "store.bytes",
                        "store.per-second",
                        "store.megabytes-per-second",
                        "store.median-ms",
                        "store.p99-ms")
                .containsEntry("store.count", 20.0);
        assertThat(figures().get("store.per-second")).isPositive();
    }

    @Test
    void measuresTheDiskAlone(@TempDir Path folder) throws IOException {
        assertThat(run("disk", "--size=2048", "--objects=5", "--concurrency=2", folder.toString()))
                .isZero();

        assertThat(figures())
                .containsOnlyKeys("disk.count", "disk.per-second", "disk.megabytes-per-second")
                .containsEntry("disk.count", 10.0);
        assertThat(figures().get("disk.per-second")).isPositive();
    }

    @Test
    void findsStudies() throws IOException {
        try (ArchiveScp scp = ArchiveScp.find(5, 0)) {
            assertThat(runAgainst(scp, "find", "--matches=5", "--warmup=0", "--seconds=1"))
                    .isZero();
        }

        assertThat(err.toString()).isEmpty();
        assertThat(figures())
                .containsOnlyKeys(
                        "find.count",
                        "find.per-second",
                        "find.responses-per-second",
                        "find.first-ms",
                        "find.median-ms",
                        "find.p99-ms");
        assertThat(figures().get("find.responses-per-second"))
                .isGreaterThanOrEqualTo(5 * figures().get("find.per-second"));
    }

    @Test
    void comparesGrantedPatientsWithAll() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

        int status =
                run("granted", "--studies=60", "--patients=20", "--granted=5", "--rounds=3", url);

        assertThat(status).isZero();
        assertThat(figures())
                .containsOnlyKeys(
                        "granted.rows",
                        "granted.first-ms",
                        "granted.whole-ms",
                        "unrestricted.first-ms",
                        "unrestricted.whole-ms",
                        "ratio.first",
                        "ratio.whole")
                .containsEntry("granted.rows", 15.0);
    }

    @Test
    void timesAnEchoBeforeAndAfterIdleAssociations() throws IOException {
        try (Scp scp = new Scp()) {
            assertThat(runAgainst(scp, "idle", "--associations=20", "--probes=3")).isZero();
        }

        assertThat(figures())
                .containsOnlyKeys(
                        "idle.associations",
                        "idle.echo-before-ms",
                        "idle.echo-after-ms",
                        "idle.echo-ratio")
                .containsEntry("idle.associations", 20.0);
        assertThat(figures().get("idle.echo-ratio")).isPositive();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void measuresWhatIdleAssociationsTakeOfTheServer() throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        try (Scp scp = new Scp()) {
            int status =
                    runAgainst(
                            scp,
                            "idle",
                            "--associations=300",
                            "--probes=5",
                            "--pid",
                            pid,
                            "--heap");
            assertThat(status).isZero();
        }

        // this process holds both ends of each association
        assertThat(figures().get("idle.heap-kb-each")).isBetween(0.5, 100.0);
        assertThat(figures()).containsKey("idle.memory-kb-each");
        assertThat(figures().get("idle.threads-after") - figures().get("idle.threads-before"))
                .isLessThan(100);
    }

    @Test
    void saysWhatTheScpDidInstead() throws IOException {
        try (Scp scp = new Scp(Scp.ACCEPTING, 0x0122)) {
            assertThat(runAgainst(scp, "echo", "--warmup=0", "--seconds=1")).isEqualTo(1);
        }

        assertThat(err.toString()).isEqualTo("command 8030H with status 0122H for C-ECHO\n");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "associate",
                "associate localhost",
                "associate localhost port",
                "associate localhost 0",
                "associate --user alice localhost 104",
                "associate --password secret localhost 104",
                "associate --name bob --user alice --password secret localhost 104",
                "associate --name bob --one-time otp localhost 104",
                "associate --one-time otp --passcodes 0 localhost 104",
                "associate --one-time otp --passcodes 9999 localhost 104",
                "associate -aec SEVENTEEN-LETTERS localhost 104",
                "echo --concurrency 0 localhost 104",
                "echo --seconds 0 localhost 104",
                "echo --warmup -1 localhost 104",
                "echo --patience 0 localhost 104",
                "idle --associations 0 localhost 104",
                "idle --probes 0 localhost 104",
                "idle --heap localhost 104",
                "store --objects 0 localhost 104",
                "store --size 10 localhost 104",
                "disk --size 0 folder",
                "disk --concurrency 0 folder",
                "find localhost 104",
                "find --matches -1 localhost 104",
                "find --matches 1 --seconds 0 localhost 104",
                "granted",
                "granted --rounds 0 jdbc:h2:mem:",
                "granted --granted 0 jdbc:h2:mem:",
                "granted jdbc:other:",
                "xyz localhost 104"
            })
    void refusesOptionsThatAreWrong(String args) {
        assertThat(run(args.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("Usage:");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void neverShowsThePasscode() {
        run("associate", "--user", "alice", "--password", "sesame", "localhost", "0");

        assertThat(err.toString()).doesNotContain("sesame");
    }
}
