/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

/**
 * One rule: a subject sees the studies that meet the conditions. A caller sees what any rule of its
 * name or of one of its roles shows; without a rule, nothing.
 *
 * @param subject for whom
 * @param conditions which studies
 */
public record AccessRule(AccessSubject subject, RuleConditions conditions) {

    /**
     * Checks that the rule can mean something.
     *
     * @throws IllegalArgumentException if the anonymous caller were to own something
     */
    public AccessRule {
        if (subject.kind() == AccessSubject.Kind.ANONYMOUS && conditions.own()) {
            throw new IllegalArgumentException("own: the anonymous caller owns nothing");
        }
    }

    /** As a line of the file {@code access}. */
    @Override
    public String toString() {
        return RulePrinter.print(this);
    }
}
