/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.turnstile.jaas.file.FileSyntaxException;
import org.turnstile.jaas.file.PercentCode;
import org.turnstile.jaas.file.TextFile;

/** The lines of a roles file: {@code ROLE = user:NAME, group:NAME, everyone}. */
final class RolesFormat {

    private RolesFormat() {}

    static RoleMap parse(TextFile file) throws FileSyntaxException {
        Map<String, Set<Member>> members = new LinkedHashMap<>();
        for (int number = 1; number <= file.lines().size(); number++) {
            String line = file.lines().get(number - 1);
            if (TextFile.isComment(line)) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw file.error(number, 1, "expects ROLE = MEMBER, MEMBER; finds no '='");
            }
            String role = name(file, number, line, 0, equals);
            Set<Member> those = members.computeIfAbsent(role, r -> new LinkedHashSet<>());
            parseMembers(file, number, line, equals + 1, those);
        }
        return new RoleMap(members);
    }

    /** A line may end behind the equals sign: a role that nobody has for now. */
    private static void parseMembers(
            TextFile file, int number, String line, int from, Set<Member> members)
            throws FileSyntaxException {
        if (line.substring(from).isBlank()) {
            return;
        }
        int start = from;
        while (start <= line.length()) {
            int comma = line.indexOf(',', start);
            int end = comma < 0 ? line.length() : comma;
            members.add(member(file, number, line, start, end));
            start = end + 1;
        }
    }

    private static Member member(TextFile file, int number, String line, int start, int end)
            throws FileSyntaxException {
        int from = start + indent(line.substring(start, end));
        String text = line.substring(from, end);
        try {
            return Member.parse(text.stripTrailing());
        } catch (IllegalArgumentException e) {
            throw file.error(number, from + Member.nameStart(text) + 1, e.getMessage());
        }
    }

    private static String name(TextFile file, int number, String line, int start, int end)
            throws FileSyntaxException {
        String text = line.substring(start, end);
        int from = start + indent(text);
        try {
            return PercentCode.decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw file.error(number, from + 1, e.getMessage());
        }
    }

    private static int indent(String text) {
        return text.length() - text.stripLeading().length();
    }
}
