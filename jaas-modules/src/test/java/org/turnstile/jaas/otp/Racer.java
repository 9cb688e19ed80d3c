/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.turnstile.jaas.otp.code.HmacAlgorithm;
import org.turnstile.jaas.otp.code.SharedKey;
import org.turnstile.jaas.otp.store.HotpState;
import org.turnstile.jaas.otp.store.OtpFile;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpTable;

/**
 * One of the two JVMs that race: begins each race at the moment when the other does, and says a
 * line for each: "in", or why not.
 */
final class Racer {

    /** Whose passcodes are raced for, the one of the counter's value in each race. */
    static final HotpState TOKEN =
            HotpState.begin(new SharedKey(new byte[HmacAlgorithm.SHA1.keyBytes()]), 8, 0);

    private Racer() {}

    /** The store as a URL of JDBC or the path of a file; the starting line; 0 or 1; how often. */
    public static void main(String[] arguments) throws Exception {
        OtpAuthority authority = new OtpAuthority(store(arguments[0]), Clock.systemUTC());
        int races = Integer.parseInt(arguments[3]);
        StartingLine line = StartingLine.of(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        StringBuilder answers = new StringBuilder();
        for (int race = 0; race < races; race++) {
            byte[] passcode = TOKEN.password(race).getBytes(StandardCharsets.UTF_8);
            line.await(race + 1);
            answers.append(
                    authority
                            .refusal(Person.NAME, passcode, Person.CT1, Person.POLICY)
                            .orElse("in"));
            answers.append('\n');
        }
        System.out.print(answers);
        System.out.flush();
    }

    static OtpStore store(String where) {
        if (where.startsWith("jdbc:h2:")) {
            return new OtpTable(JdbcConnectionPool.create(where, "sa", ""));
        }
        if (where.startsWith("jdbc:")) {
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setURL(where);
            return new OtpTable(JdbcConnectionPool.create(source));
        }
        return new OtpFile(Path.of(where));
    }
}
