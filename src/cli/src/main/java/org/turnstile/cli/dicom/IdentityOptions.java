/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.turnstile.api.IdentityType;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Secrets;
import org.turnstile.dicom.pdu.UserIdentityRq;
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
            description = "File with a Kerberos AP-REQ (identity type 3).")
    private Path kerberos;

    @Option(
            names = {"-rsp", "--pos-response"},
            description =
                    "Ask the peer to confirm the identity; abort and fail if it does not."
                            + " Without it the identity is reported as unconfirmed.")
    private boolean positiveResponse;

    boolean positiveResponse() {
        return positiveResponse;
    }

    /**
     * Reads what the options name. The caller wipes it.
     *
     * @throws ParameterException if the options contradict each other
     */
    Identity read(InputStream stdin) throws CommandFailedException {
        check();
        if (user != null) {
            return named(stdin);
        }
        if (saml != null) {
            return borne(IdentityType.SAML, Secrets.bytes(saml), "bearer of " + saml);
        }
        if (jwt != null) {
            return borne(IdentityType.JWT, token(), "bearer of " + jwt);
        }
        if (kerberos != null) {
            return borne(IdentityType.KERBEROS, Secrets.bytes(kerberos), "bearer of " + kerberos);
        }
        return Identity.NOBODY;
    }

    private void check() {
        long ways = Stream.of(user, saml, jwt, kerberos).filter(way -> way != null).count();
        if (ways > 1) {
            throw wrong("only one of --user, --saml, --jwt and -kt can be given");
        }
        if (user == null && (password != null || passwordFile != null)) {
            throw wrong("a passcode needs --user");
        }
        if (password != null && passwordFile != null) {
            throw wrong("only one of --password and --password-file can be given");
        }
        if (positiveResponse && ways == 0) {
            throw wrong("-rsp needs an identity: --user, --saml, --jwt or -kt");
        }
        if (user != null && user.isEmpty()) {
            throw wrong("--user: '' names nobody");
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
        return new Identity(
                Optional.of(new UserIdentityRq(type.code(), positiveResponse, name, passcode)),
                user);
    }

    private Identity borne(IdentityType type, byte[] primary, String who)
            throws CommandFailedException {
        if (primary.length == 0) {
            throw new CommandFailedException(ExitCode.NO_FILE, who + ": the file is empty");
        }
        return new Identity(
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

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
