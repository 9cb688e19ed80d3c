/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The peer and how to talk to it, spelled as DCMTK spells it. */
final class PeerOptions {

    private static final int MOST_SECONDS = 86_400;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-aet", "--aetitle"},
            paramLabel = "AE",
            defaultValue = "TURNSTILE-CLI",
            description = "Calling AE title; default ${DEFAULT-VALUE}.")
    private String calling;

    @Option(
            names = {"-aec", "--call"},
            paramLabel = "AE",
            defaultValue = "ANY-SCP",
            description = "Called AE title; default ${DEFAULT-VALUE}.")
    private String called;

    @Option(
            names = {"-to", "--timeout"},
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Time for the connection; default ${DEFAULT-VALUE}.")
    private int connectSeconds;

    @Option(
            names = {"-ta", "--acse-timeout"},
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Time for the association; default ${DEFAULT-VALUE}.")
    private int acseSeconds;

    @Option(
            names = {"-td", "--dimse-timeout"},
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Time for a response; default ${DEFAULT-VALUE}.")
    private int dimseSeconds;

    @Option(
            names = {"-pdu", "--max-pdu"},
            paramLabel = "BYTES",
            defaultValue = "16384",
            description = "Longest PDU taken, 4096 to 131072; default ${DEFAULT-VALUE}.")
    private int maximumLength;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say more on the way.")
    private boolean verbose;

    @Parameters(index = "0", paramLabel = "HOST", description = "Name or address of the peer.")
    private String host;

    @Parameters(index = "1", paramLabel = "PORT", description = "Port of the peer.")
    private int port;

    /**
     * Checks the ranges.
     *
     * @throws ParameterException names the option and its value
     */
    void check() {
        title("-aet", calling);
        title("-aec", called);
        within("-to", connectSeconds, 1, MOST_SECONDS);
        within("-ta", acseSeconds, 1, MOST_SECONDS);
        within("-td", dimseSeconds, 1, MOST_SECONDS);
        within("-pdu", maximumLength, 4096, 131_072);
        within("PORT", port, 1, 65_535);
    }

    String calling() {
        return calling;
    }

    String called() {
        return called;
    }

    int connectSeconds() {
        return connectSeconds;
    }

    int acseSeconds() {
        return acseSeconds;
    }

    int dimseSeconds() {
        return dimseSeconds;
    }

    int maximumLength() {
        return maximumLength;
    }

    boolean verbose() {
        return verbose;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** "TURNSTILE at localhost:11112". */
    String peer() {
        return called + " at " + address();
    }

    String address() {
        return host + ":" + port;
    }

    private void title(String option, String value) {
        boolean fits = !value.isBlank() && value.length() <= 16;
        if (!fits || !value.chars().allMatch(c -> c >= 0x20 && c < 0x7F && c != '\\')) {
            throw wrong(option + ": '" + value + "' is not an AE title of 1 to 16 characters");
        }
    }

    private void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw wrong(option + ": " + value + " is not " + least + " to " + most);
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
