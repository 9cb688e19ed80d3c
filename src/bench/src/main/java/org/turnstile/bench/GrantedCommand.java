/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.turnstile.bench.granted.GrantedFind;
import org.turnstile.bench.granted.GrantedFind.Took;
import org.turnstile.bench.granted.Holdings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a caller with very many granted patients with an unrestricted one. */
@Command(
        name = "granted",
        description = {
            "How long a caller with very many granted patients waits for all studies, and one who",
            "sees everything for as many. The archive's own classes, without a server. An empty",
            "database is filled first."
        },
        mixinStandardHelpOptions = true)
final class GrantedCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "URL", description = "JDBC URL, of H2 or PostgreSQL")
    private String url;

    @Option(
            names = "--user",
            defaultValue = "sa",
            description = "user of the database, who needs no password")
    private String user;

    @Option(names = "--studies", defaultValue = "1000000", description = "studies in the index")
    private int studies;

    @Option(names = "--patients", defaultValue = "500000", description = "patients of them")
    private int patients;

    @Option(names = "--granted", defaultValue = "50000", description = "patients granted")
    private int granted;

    @Option(names = "--rounds", defaultValue = "5", description = "rounds to take medians of")
    private int rounds;

    @Override
    public Integer call() throws Exception {
        Holdings holdings = Checks.inRange(spec, () -> new Holdings(studies, patients, granted));
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds: " + rounds);
        }
        JdbcConnectionPool pool = pool();
        try (GrantedFind find = GrantedFind.open(pool, holdings)) {
            measure(find);
            return 0;
        } finally {
            pool.dispose();
        }
    }

    private JdbcConnectionPool pool() {
        if (url.startsWith("jdbc:h2:")) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(url);
            source.setUser(user);
            return JdbcConnectionPool.create(source);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setURL(url);
            source.setUser(user);
            return JdbcConnectionPool.create(source);
        }
        throw new ParameterException(
                spec.commandLine(), "URL: '" + url + "' is neither of H2 nor of PostgreSQL");
    }

    /** The first round of each does not count. */
    private void measure(GrantedFind find) throws Exception {
        find.unrestricted();
        find.granted();
        List<Took> all = new ArrayList<>();
        List<Took> some = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            all.add(find.unrestricted());
            some.add(find.granted());
        }
        Figures figures = new Figures(spec.commandLine().getOut());
        figures.print("granted.rows", find.rows());
        figures.print("granted.first-ms", median(some, Took::firstMillis));
        figures.print("granted.whole-ms", median(some, Took::wholeMillis));
        figures.print("unrestricted.first-ms", median(all, Took::firstMillis));
        figures.print("unrestricted.whole-ms", median(all, Took::wholeMillis));
        figures.print("ratio.first", ratio(some, all, Took::firstMillis));
        figures.print("ratio.whole", ratio(some, all, Took::wholeMillis));
    }

    private static double ratio(List<Took> some, List<Took> all, ToDoubleFunction<Took> value) {
        return median(some, value) / median(all, value);
    }

    private static double median(List<Took> took, ToDoubleFunction<Took> value) {
        double[] sorted = took.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
