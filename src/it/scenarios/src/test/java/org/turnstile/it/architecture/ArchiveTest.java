/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Inside the archive: queries stand on access, and access on the index; what reads the index for a
 * caller goes through the one door that puts the predicate in.
 */
class ArchiveTest {

    private static final String ARCHIVE = "org.turnstile.ejb.";
    private static final String QUERY = "org.turnstile.ejb.query..";

    /** What a package of the archive may not see. */
    private static final Map<String, List<String>> ABOVE =
            Map.of(
                    "log", List.of("settings", "index", "access", "storage", "query"),
                    "settings", List.of("log", "index", "access", "storage", "query"),
                    "index", List.of("access", "storage", "query"),
                    "access", List.of("storage", "query"),
                    "query", List.of("storage"),
                    "storage", List.of("query"),
                    "verification", List.of("index", "access", "storage", "query"));

    private final JavaClasses all = Modules.ALL;

    @ParameterizedTest
    @ValueSource(
            strings = {"log", "settings", "index", "access", "query", "storage", "verification"})
    void packagesStandInOrder(String name) {
        assertThat(all.stream().filter(resideInAPackage(ARCHIVE + name + ".."))).isNotEmpty();
        String[] above =
                ABOVE.get(name).stream().map(each -> ARCHIVE + each + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ARCHIVE + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .check(all);
    }

    @Test
    void queriesReadTheIndexByTheOneDoorOnly() {
        noClasses()
                .that()
                .resideInAPackage(QUERY)
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(EntityManager.class)))
                                .and(target(nameMatching("create.*|find|getReference|unwrap"))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(all);
    }

    @Test
    void onlyIndexAccessAndTheStartKnowTheDatasource() {
        noClasses()
                .that()
                .resideInAPackage("org.turnstile.ejb..")
                .and()
                .resideOutsideOfPackages(
                        "org.turnstile.ejb.index..",
                        "org.turnstile.ejb.access..",
                        "org.turnstile.ejb.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(all);
    }
}
