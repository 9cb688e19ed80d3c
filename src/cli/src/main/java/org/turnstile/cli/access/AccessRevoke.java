/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.access;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.turnstile.api.access.AccessRule;
import org.turnstile.api.access.AccessSubject;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        sortOptions = false,
        description = "Take back what was granted: removes rules.")
final class AccessRevoke extends AccessSubcommand {

    @Mixin private RuleOptions options;

    @Option(names = "--everything", description = "All rules of the subject, whatever they show.")
    private boolean everything;

    @Option(names = "--line", paramLabel = "N", description = "The rule in this line.")
    private Integer line;

    @Parameters(
            arity = "0..1",
            paramLabel = "SUBJECT",
            converter = Subjects.class,
            description = "user:NAME, role:ROLE or anonymous; not needed with --line.")
    private AccessSubject subject;

    AccessRevoke(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(RuleFile file) throws CommandFailedException, IOException {
        List<RuleLine> removed = file.remove(which());
        if (removed.isEmpty()) {
            throw new CommandFailedException(
                    ExitCode.FAILED, file.path() + ": there is no such rule");
        }
        removed.forEach(each -> say(file.path() + ", " + each + " removed"));
    }

    private Predicate<RuleLine> which() {
        long ways =
                Stream.of(everything, line != null, options.isPresent())
                        .filter(given -> given)
                        .count();
        if (ways > 1) {
            throw new IllegalArgumentException(
                    "only one of --line, --everything and the rule itself can be given");
        }
        if (line != null) {
            int number = line;
            return each -> each.number() == number && isOfSubject(each);
        }
        if (subject == null) {
            throw new IllegalArgumentException("SUBJECT is missing");
        }
        if (everything) {
            return this::isOfSubject;
        }
        AccessRule rule = new AccessRule(subject, options.conditions());
        return each -> each.rule().equals(rule);
    }

    private boolean isOfSubject(RuleLine each) {
        return subject == null || each.rule().subject().equals(subject);
    }
}
