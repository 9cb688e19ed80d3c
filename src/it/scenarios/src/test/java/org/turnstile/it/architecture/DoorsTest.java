/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.architecture.Modules.EJB;

import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing of the archive reads studies without a caller's predicate: outside of the index, which
 * stores, one class queries by way of the entity manager and puts the predicate in, and one other
 * does not by purpose, since it explains to administrators what is hidden. The classes that speak
 * to the database directly read rules and no study.
 */
class DoorsTest {

    private static final String INDEX = "org.turnstile.ejb.index..";
    private static final String ACCESS = "org.turnstile.ejb.access.";
    private static final String WITH_THE_PREDICATE = ACCESS + "VisibleQueries";
    private static final String WITHOUT_BY_PURPOSE = "org.turnstile.ejb.explain.StudyLookup";

    private final JavaClasses all = Modules.ALL;

    @ParameterizedTest
    @ValueSource(strings = {WITH_THE_PREDICATE, WITHOUT_BY_PURPOSE})
    void theTwoReadersAreThere(String name) {
        assertThat(all.contain(name)).isTrue();
    }

    @Test
    void twoClassesQueryByTheEntityManager() {
        noClasses()
                .that()
                .resideInAPackage(EJB)
                .and()
                .resideOutsideOfPackage(INDEX)
                .and()
                .doNotHaveFullyQualifiedName(WITH_THE_PREDICATE)
                .and()
                .doNotHaveFullyQualifiedName(WITHOUT_BY_PURPOSE)
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(EntityManager.class)))
                                .and(target(nameMatching("create.*|find|getReference|unwrap"))))
                .check(all);
    }

    @Test
    void onlyTheRulesHaveStatementsOfTheirOwn() {
        noClasses()
                .that()
                .resideInAPackage(EJB)
                .and()
                .resideOutsideOfPackage(INDEX)
                .and()
                .haveNameNotMatching("org\\.turnstile\\.ejb\\.access\\.Rule.*")
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(Connection.class)))
                                .and(target(nameMatching("create.*|prepare.*"))))
                .check(all);
    }

    @Test
    void theStatementsOfTheRulesReadNoStudy() throws IOException {
        Path folder =
                Path.of(System.getProperty("turnstile.root"))
                        .resolve("ejb-module/src/main/java/org/turnstile/ejb/access");
        for (String name : List.of("RuleTable", "RuleImport", "RuleListing")) {
            assertThat(Files.readString(folder.resolve(name + ".java")))
                    .contains("FROM access_rule")
                    .doesNotContainPattern("(FROM|JOIN|INTO|UPDATE) (study|series|instance)");
        }
    }
}
