/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnstile.api.LoginScope;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.sql.SqlTable;

/** Roles in the table {@code turnstile_role}, a member a row, read for each login. */
final class RolesTable {

    /** Most rows: they are read for each login. */
    static final int MOST = 10_000;

    private static final String NAME = "turnstile_role";
    private static final String CREATE =
            "CREATE TABLE IF NOT EXISTS turnstile_role ("
                    + "role VARCHAR(256) NOT NULL, member VARCHAR(512) NOT NULL, "
                    + "PRIMARY KEY (role, member))";
    private static final String ALL = "SELECT role, member FROM turnstile_role";

    private final SqlTable table;

    private RolesTable(String dataSource) {
        table = new SqlTable(dataSource, NAME, CREATE);
    }

    /** The table in that database, one for all modules of an adapter. */
    static RolesTable of(LoginScope scope, String dataSource) {
        return scope.keep(RolesTable.class, dataSource, () -> new RolesTable(dataSource));
    }

    RoleMap current() throws LoginUnavailableException {
        Map<String, Set<Member>> members = new LinkedHashMap<>();
        for (List<String> row : table.query(ALL, MOST)) {
            String role = row.get(0);
            members.computeIfAbsent(role, r -> new LinkedHashSet<>()).add(member(role, row.get(1)));
        }
        return new RoleMap(members);
    }

    private Member member(String role, String text) throws LoginUnavailableException {
        try {
            if (role.isEmpty()) {
                throw new IllegalArgumentException("the role has no name");
            }
            return Member.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw table.fault("role '" + role + "': " + e.getMessage(), e);
        }
    }
}
