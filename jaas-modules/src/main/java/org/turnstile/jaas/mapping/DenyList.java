/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import java.util.LinkedHashSet;
import java.util.Set;
import org.turnstile.jaas.file.FileSyntaxException;
import org.turnstile.jaas.file.TextFile;

/**
 * Who is refused, whatever their passcode.
 *
 * @param members those
 */
record DenyList(Set<Member> members) {

    /** Nobody. */
    static final DenyList NOBODY = new DenyList(Set.of());

    /** Keeps a copy. */
    DenyList {
        members = Set.copyOf(members);
    }

    /** Reads a file with one member a line. */
    static DenyList parse(TextFile file) throws FileSyntaxException {
        Set<Member> members = new LinkedHashSet<>();
        for (int number = 1; number <= file.lines().size(); number++) {
            String line = file.lines().get(number - 1);
            if (!TextFile.isComment(line)) {
                String text = line.strip();
                try {
                    members.add(Member.parse(text));
                } catch (IllegalArgumentException e) {
                    int column = line.indexOf(text) + Member.nameStart(text) + 1;
                    throw file.error(number, column, e.getMessage());
                }
            }
        }
        return new DenyList(members);
    }

    boolean refuses(Candidate caller) {
        return members.stream().anyMatch(caller::isOne);
    }
}
