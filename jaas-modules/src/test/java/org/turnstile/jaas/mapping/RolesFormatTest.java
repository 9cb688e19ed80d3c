/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.jaas.file.FileSyntaxException;
import org.turnstile.jaas.file.TextFile;

class RolesFormatTest {

    private static RoleMap parse(String... lines) throws FileSyntaxException {
        return RolesFormat.parse(new TextFile(Path.of("roles"), List.of(lines)));
    }

    private static Set<String> roles(RoleMap map, String caller, Set<String> groups) {
        return map.roles(new Candidate(Set.of(caller), groups, LetterCase.EXACT));
    }

    @Test
    void aRoleHasUsersAndGroups() throws Exception {
        RoleMap map =
                parse(
                        "# permissions",
                        "",
                        "dicom-store = user:ct1, user:mr1",
                        "  dicom-find=group:radiologists,user:alice  ",
                        "dicom-echo = everyone");

        assertThat(roles(map, "ct1", Set.of())).containsExactly("dicom-echo", "dicom-store");
        assertThat(roles(map, "alice", Set.of())).containsExactly("dicom-echo", "dicom-find");
        assertThat(roles(map, "bob", Set.of("radiologists", "others")))
                .containsExactly("dicom-echo", "dicom-find");
        assertThat(roles(map, "bob", Set.of("others"))).containsExactly("dicom-echo");
    }

    @Test
    void usersAreNoGroupsAndGroupsAreNoUsers() throws Exception {
        RoleMap map = parse("a = user:staff", "b = group:staff");

        assertThat(roles(map, "staff", Set.of())).containsExactly("a");
        assertThat(roles(map, "alice", Set.of("staff"))).containsExactly("b");
    }

    @Test
    void aRoleMayStandOnSeveralLinesAndMayHaveNobody() throws Exception {
        RoleMap map = parse("a = user:x", "a = user:y", "b =");

        assertThat(roles(map, "x", Set.of())).containsExactly("a");
        assertThat(roles(map, "y", Set.of())).containsExactly("a");
        assertThat(map.members()).containsOnlyKeys("a", "b");
    }

    @Test
    void namesAreExactAndEscapesAreUndone() throws Exception {
        RoleMap map =
                parse("a = group:cn=staff%2Cdc=org, user:%20x%20", "b = user:Müller, user:a b:c");

        assertThat(roles(map, "z", Set.of("cn=staff,dc=org"))).containsExactly("a");
        assertThat(roles(map, " x ", Set.of())).containsExactly("a");
        assertThat(roles(map, "x", Set.of())).isEmpty();
        assertThat(roles(map, "Müller", Set.of())).containsExactly("b");
        assertThat(roles(map, "müller", Set.of())).isEmpty();
        assertThat(roles(map, "a b:c", Set.of())).containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dicom-find | 1 | expects ROLE = MEMBER, MEMBER; finds no '='",
                "= user:x | 1 | the name is empty",
                "a = alice | 5 | 'alice' is neither user:NAME nor group:NAME nor everyone",
                "a = user:x, usr:y | 13 | 'usr:y' is neither user:NAME nor group:NAME nor everyone",
                "a = user:x, | 12 | '' is neither user:NAME nor group:NAME nor everyone",
                "a = ,user:x | 5 | '' is neither user:NAME nor group:NAME nor everyone",
                "a = USER:x | 5 | 'USER:x' is neither user:NAME nor group:NAME nor everyone",
                "a = * | 5 | '*' is neither user:NAME nor group:NAME nor everyone",
                "a = user: | 10 | the name is empty",
                "a = group:  , user:x | 13 | the name is empty",
                "a = user:100% | 10 | '%' without two hexadecimal digits",
                "a = user:%00 | 10 | the name has control characters",
                "a%0A = user:x | 1 | the name has control characters"
            })
    void anErrorIsNamedByFileLineAndColumn(String line, int column, String problem) {
        assertThatThrownBy(() -> parse("# one", line))
                .isInstanceOf(FileSyntaxException.class)
                .hasMessage("roles, line 2, column " + column + ": " + problem);
    }
}
