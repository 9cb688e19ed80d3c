/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.turnstile.bench.kerberos.Tickets;
import org.turnstile.bench.load.Target;
import org.turnstile.bench.load.Workload;
import org.turnstile.bench.otp.OneTimeUsers;
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

    @Mixin private OneTimeOptions oneTime;

    @Override
    public Integer call() throws Exception {
        Target target = options.target();
        long identities =
                Stream.of(target.user().isPresent(), kerberos.isPresent(), oneTime.isPresent())
                        .filter(present -> present)
                        .count();
        if (identities > 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--user or --name, --service, --one-time: more than one is there");
        }
        if (kerberos.isPresent()) {
            runByTicket(target);
        } else if (oneTime.isPresent()) {
            OneTimeUsers users = oneTime.users(options.concurrency());
            users.enrol(oneTime.store());
            options.run(target.as(users), Workload.ASSOCIATE, FIGURE);
        } else {
            options.run(target, Workload.ASSOCIATE, FIGURE);
        }
        return 0;
    }

    private void runByTicket(Target target) throws Exception {
        try (KerberosInitiator initiator = kerberos.open()) {
            Tickets tickets = kerberos.tickets(initiator);
            Target withTickets = target.as(tickets);
            tickets.prove(withTickets, options.patience());
            options.run(withTickets, Workload.ASSOCIATE, FIGURE);
        }
    }
}
