/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.util.concurrent.Callable;
import org.turnstile.bench.kerberos.Tickets;
import org.turnstile.bench.load.Target;
import org.turnstile.bench.load.Workload;
import org.turnstile.eua.agent.KerberosInitiator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Set-up and release, over and over. */
@Command(
        name = "associate",
        description = "Associations per second: connect, associate, release, close.",
        mixinStandardHelpOptions = true)
final class AssociateCommand implements Callable<Integer> {

    private static final String FIGURE = "associate";

    @Spec private CommandSpec spec;

    @Mixin private LoadOptions options;

    @Mixin private KerberosOptions kerberos;

    @Override
    public Integer call() throws Exception {
        Target target = options.target();
        if (!kerberos.isPresent()) {
            options.run(target, Workload.ASSOCIATE, FIGURE);
            return 0;
        }
        if (target.user().isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--service and another identity: both are there");
        }
        try (KerberosInitiator initiator = kerberos.open()) {
            Tickets tickets = kerberos.tickets(initiator);
            Target withTickets = target.as(tickets);
            tickets.prove(withTickets, options.patience());
            options.run(withTickets, Workload.ASSOCIATE, FIGURE);
        }
        return 0;
    }
}
