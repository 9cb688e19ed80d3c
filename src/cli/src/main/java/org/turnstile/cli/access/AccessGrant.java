/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.access;

import java.io.IOException;
import org.turnstile.api.access.AccessRule;
import org.turnstile.api.access.AccessSubject;
import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "grant",
        sortOptions = false,
        description = "Let somebody see studies: adds one rule.")
final class AccessGrant extends AccessSubcommand {

    @Mixin private RuleOptions options;

    @Parameters(
            paramLabel = "SUBJECT",
            converter = Subjects.class,
            description = "user:NAME, role:ROLE or anonymous.")
    private AccessSubject subject;

    AccessGrant(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(RuleFile file) throws IOException {
        say(file.path() + ", " + file.add(new AccessRule(subject, options.conditions())));
    }
}
