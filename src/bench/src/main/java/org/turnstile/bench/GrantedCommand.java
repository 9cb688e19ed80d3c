/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.util.Arrays;
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

    @Option(
            names = "--first",
            defaultValue = "200",
            description = "queries of each, cancelled at the first match, to take medians of")
    private int first;

    @Override
    public Integer call() throws Exception {
        Holdings holdings = Checks.inRange(spec, () -> new Holdings(studies, patients, granted));
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds: " + rounds);
        }
        if (first < 1) {
            throw new ParameterException(spec.commandLine(), "--first: " + first);
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

    private void measure(GrantedFind find) throws Exception {
        Figures figures = new Figures(spec.commandLine().getOut());
        figures.print("granted.rows", find.rows());
        // the whole first: it warms up for those that are over at once
        compare(figures, "whole", rounds, Took::wholeMillis, find::granted, find::unrestricted);
        compare(
                figures,
                "first",
                first,
                Took::firstMillis,
                find::grantedFirst,
                find::unrestrictedFirst);
    }

    /** In turns; the first of each does not count. */
    private static void compare(
            Figures figures,
            String what,
            int rounds,
            ToDoubleFunction<Took> value,
            Callable<Took> granted,
            Callable<Took> unrestricted)
            throws Exception {
        unrestricted.call();
        granted.call();
        double[] all = new double[rounds];
        double[] some = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            all[round] = value.applyAsDouble(unrestricted.call());
            some[round] = value.applyAsDouble(granted.call());
        }
        figures.print("granted." + what + "-ms", median(some));
        figures.print("unrestricted." + what + "-ms", median(all));
        figures.print("ratio." + what, median(some) / median(all));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
