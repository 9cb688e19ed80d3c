/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import org.turnstile.bench.otp.OneTimeUsers;
import org.turnstile.jaas.otp.store.OtpFile;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options for associations by one-time passcodes; the server looks where the states are. */
final class OneTimeOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--one-time",
            paramLabel = "FILE|URL",
            description =
                    "come with one-time passcodes, as users bench0, bench1, ... that are enrolled"
                            + " before in this file of states, or by JDBC")
    private String states;

    @Option(
            names = "--passcodes",
            defaultValue = "2000",
            paramLabel = "NUMBER",
            description = "passcodes of each of these users (default: ${DEFAULT-VALUE})")
    private int passcodes;

    boolean isPresent() {
        return states != null;
    }

    OneTimeUsers users(int concurrency) {
        return Checks.inRange(spec, () -> new OneTimeUsers(concurrency, passcodes));
    }

    OtpStore store() {
        return states.startsWith("jdbc:")
                ? new OtpTable(() -> DriverManager.getConnection(states))
                : new OtpFile(Path.of(states));
    }
}
