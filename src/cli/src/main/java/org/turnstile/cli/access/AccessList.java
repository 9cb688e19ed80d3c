/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.access;

import java.io.IOException;
import org.turnstile.api.access.AccessSubject;
import org.turnstile.cli.common.Printable;
import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "list", description = "List the rules, each with its line.")
final class AccessList extends AccessSubcommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "SUBJECT",
            converter = Subjects.class,
            description = "Only those of user:NAME, role:ROLE or anonymous.")
    private AccessSubject subject;

    AccessList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(RuleFile file) throws IOException {
        for (RuleLine each : file.rules()) {
            if (subject == null || each.rule().subject().equals(subject)) {
                out().println(each.number() + "\t" + Printable.of(each.rule().toString()));
            }
        }
    }
}
