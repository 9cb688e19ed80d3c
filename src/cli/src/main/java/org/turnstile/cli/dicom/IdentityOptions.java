/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.turnstile.api.IdentityType;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Secrets;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.cli.kerberos.TicketOptions;
import org.turnstile.cli.otp.OneTimeOptions;
import org.turnstile.dicom.pdu.UserIdentityRq;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name the user (PS3.7 §D.3.3.7), spelled as DCMTK spells them. */
final class IdentityOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Name of the user; alone it is identity type 1, which nothing proves.")
    private String user;

    @Option(
            names = "--password",
            paramLabel = "PASSCODE",
            description = {
                "Passcode of the user (identity type 2).",
                "Better --password-file: other users of this computer can read a command line,"
                        + " and the shell keeps it in its history."
            })
    private String password;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File with the passcode in its one line; - is standard input.")
    private String passwordFile;

    @Mixin private OneTimeOptions oneTime;

    @Option(
            names = "--saml",
            paramLabel = "FILE",
            description = "File with a SAML assertion (identity type 4).")
    private Path saml;

    @Option(
            names = "--jwt",
            paramLabel = "FILE",
            description = "File with a JSON Web Token (identity type 5).")
    private Path jwt;

    @Option(
            names = "-kt",
            paramLabel = "FILE",
            description = "File with a Kerberos AP-REQ (identity type 3), as ticket writes it.")
    private Path request;

    @Option(
            names = "--kerberos",
            description = "As who has the Kerberos ticket: a fresh AP-REQ (identity type 3).")
    private boolean kerberos;

    @Option(
            names = "--service",
            paramLabel = "PRINCIPAL",
            description = "The Kerberos service; dicom/HOST unless said.")
    private String service;

    @Mixin private TicketOptions ticket;

    @Option(
            names = {"-rsp", "--pos-response"},
            description =
                    "Ask the peer to confirm the identity; abort and fail if it does not, or if"
                            + " with --kerberos it does not prove itself. Without -rsp the identity is"
                            + " reported as unconfirmed.")
    private boolean positiveResponse;

    boolean positiveResponse() {
        return positiveResponse;
    }

    /**
     * Reads what the options name. The caller wipes it.
     *
     * @param host name of the peer, which its service has too
     * @throws ParameterException if the options contradict each other
     */
    Identity read(Surroundings surroundings, String host) throws CommandFailedException {
        check();
        if (oneTime.isPresent()) {
            return new OneTimeIdentity(
                    user, positiveResponse, () -> oneTime.ask(user, surroundings, err()));
        }
        if (user != null) {
            return named(surroundings.stdin());
        }
        if (saml != null) {
            return borne(IdentityType.SAML, Secrets.bytes(saml), "bearer of " + saml);
        }
        if (jwt != null) {
            return borne(IdentityType.JWT, token(), "bearer of " + jwt);
        }
        if (request != null) {
            return borne(IdentityType.KERBEROS, Secrets.bytes(request), "bearer of " + request);
        }
        if (kerberos) {
            return new KerberosIdentity(
                    ticket.open(surroundings.environment()),
                    service == null ? "dicom/" + host : service,
                    positiveResponse);
        }
        return GivenIdentity.NOBODY;
    }

    private void check() {
        long ways =
                Stream.of(user != null, saml != null, jwt != null, request != null, kerberos)
                        .filter(given -> given)
                        .count();
        if (ways > 1) {
            throw wrong("only one of --user, --saml, --jwt, -kt and --kerberos can be given");
        }
        checkPasscode();
        if (positiveResponse && ways == 0) {
            throw wrong("-rsp needs an identity: --user, --saml, --jwt, -kt or --kerberos");
        }
        if (user != null && user.isEmpty()) {
            throw wrong("--user: '' names nobody");
        }
        checkKerberos();
    }

    private void checkPasscode() {
        long passcodes =
                Stream.of(password != null, passwordFile != null, oneTime.isPresent())
                        .filter(given -> given)
                        .count();
        if (user == null && passcodes > 0) {
            throw wrong("a passcode needs --user");
        }
        if (passcodes > 1) {
            throw wrong("only one of --password, --password-file and --otp can be given");
        }
        if (oneTime.contradiction().isPresent()) {
            throw wrong(oneTime.contradiction().get());
        }
    }

    private void checkKerberos() {
        if (!kerberos && (service != null || ticket.isPresent())) {
            throw wrong("--service, --keytab and --principal need --kerberos");
        }
        if (ticket.contradiction().isPresent()) {
            throw wrong(ticket.contradiction().get());
        }
    }

    private Identity named(InputStream stdin) throws CommandFailedException {
        byte[] name = user.getBytes(StandardCharsets.UTF_8);
        byte[] passcode = {};
        IdentityType type = IdentityType.USERNAME;
        if (password != null) {
            type = IdentityType.PASSCODE;
            passcode = password.getBytes(StandardCharsets.UTF_8);
        } else if (passwordFile != null) {
            type = IdentityType.PASSCODE;
            passcode = Secrets.line(passwordFile, stdin);
        }
        return new GivenIdentity(
                Optional.of(new UserIdentityRq(type.code(), positiveResponse, name, passcode)),
                user);
    }

    private Identity borne(IdentityType type, byte[] primary, String who)
            throws CommandFailedException {
        if (primary.length == 0) {
            throw new CommandFailedException(ExitCode.NO_FILE, who + ": the file is empty");
        }
        return new GivenIdentity(
                Optional.of(
                        new UserIdentityRq(type.code(), positiveResponse, primary, new byte[0])),
                who);
    }

    /** A token without the line end that editors put behind it: a strict peer refuses that. */
    private byte[] token() throws CommandFailedException {
        byte[] all = Secrets.bytes(jwt);
        int end = all.length;
        while (end > 0 && (all[end - 1] == '\n' || all[end - 1] == '\r')) {
            end--;
        }
        byte[] token = Arrays.copyOf(all, end);
        Secrets.wipe(all);
        return token;
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
