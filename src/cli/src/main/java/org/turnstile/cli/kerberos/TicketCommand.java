/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.kerberos;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Printable;
import org.turnstile.cli.common.PrivateFile;
import org.turnstile.cli.common.Secrets;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.eua.agent.AgentException;
import org.turnstile.eua.agent.KerberosInitiator;
import org.turnstile.eua.agent.KerberosRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code turnstile ticket}: makes other DICOM programs speak Kerberos. */
@Command(
        name = "ticket",
        sortOptions = false,
        description = "Write a fresh Kerberos AP-REQ into a file, for DCMTK's storescu -kt.")
public final class TicketCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(
            names = "--service",
            paramLabel = "PRINCIPAL",
            required = true,
            description = "The service, such as dicom/pacs.example.org; @REALM if not the user's.")
    private String service;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The file, which only the user can read then; an old one is replaced.")
    private Path out;

    @Option(names = "--gss", description = "As a GSS-API token (RFC 4121), not as raw AP-REQ.")
    private boolean gss;

    @Option(names = "--spnego", description = "In SPNEGO (RFC 4178), not as raw AP-REQ.")
    private boolean spnego;

    @Mixin private TicketOptions ticket;

    @Spec private CommandSpec command;

    /** A command in its surroundings. */
    public TicketCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandFailedException {
        if (gss && spnego) {
            throw wrong("only one of --gss and --spnego can be given");
        }
        if (ticket.contradiction().isPresent()) {
            throw wrong(ticket.contradiction().get());
        }
        // mutual: whoever sends it may ask for the proof of the service
        try (KerberosInitiator user = ticket.open(surroundings.environment());
                KerberosRequest request = user.request(service, framing(), true)) {
            byte[] token = request.token();
            PrivateFile.write(out, token);
            Secrets.wipe(token);
            String said =
                    String.format(
                            "%s: AP-REQ of %s for %s, %d bytes; good once, within a few minutes",
                            out, user.principal(), request.service(), token.length);
            command.commandLine().getOut().println(Printable.of(said));
        } catch (AgentException e) {
            throw AgentFailures.of(e);
        }
        return ExitCode.OK;
    }

    private Framing framing() {
        if (gss) {
            return Framing.GSS;
        }
        return spnego ? Framing.SPNEGO : Framing.RAW;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
