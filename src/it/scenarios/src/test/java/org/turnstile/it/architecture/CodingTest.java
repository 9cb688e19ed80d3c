/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.architecture.Modules.BENCH;
import static org.turnstile.it.architecture.Modules.CLI;
import static org.turnstile.it.architecture.Modules.DEMO;
import static org.turnstile.it.architecture.Modules.EUA_AGENT;
import static org.turnstile.it.architecture.Modules.TESTKIT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.resource.spi.work.SecurityContext;
import java.nio.Buffer;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.List;
import java.util.concurrent.Executors;
import javax.security.auth.login.LoginContext;
import org.junit.jupiter.api.Test;

/** What no class may do, and what exactly one may. */
class CodingTest {

    /** Programs of their own, which may have threads and a terminal. */
    private static final String[] PROGRAMS = {CLI, DEMO, TESTKIT, BENCH};

    private final JavaClasses all = Modules.ALL;

    @Test
    void oneClassTouchesJakartaAuthentication() {
        List<JavaClass> touching =
                all.stream()
                        .filter(c -> !resideInAPackage(TESTKIT).test(c))
                        .filter(CodingTest::touchesAuthentication)
                        .toList();
        assertThat(touching).hasSize(1);
        assertThat(touching.get(0).isAssignableTo(SecurityContext.class)).isTrue();
    }

    private static boolean touchesAuthentication(JavaClass candidate) {
        return candidate.getDirectDependenciesFromSelf().stream()
                .map(d -> d.getTargetClass().getPackageName())
                .anyMatch(p -> p.startsWith("jakarta.security.auth.message"));
    }

    @Test
    void onePackageOfTheServerCallsLoginContext() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.turnstile.connector.login..", CLI, EUA_AGENT)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(LoginContext.class)
                .check(all);
    }

    @Test
    void noThreadIsMadeOrPutToSleep() {
        DescribedPredicate<JavaClass> threads = assignableTo(Thread.class);
        noClasses()
                .that()
                .resideOutsideOfPackages(PROGRAMS)
                .should()
                .callConstructorWhere(target(owner(threads)))
                .orShould()
                .callMethodWhere(target(owner(threads)).and(target(name("sleep"))))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Timer.class)
                .check(all);
    }

    @Test
    void nothingIsPrinted() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PROGRAMS)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(all);
    }

    @Test
    void publicFieldsAreConstants() {
        fields().that().arePublic().should().beStatic().andShould().beFinal().check(all);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that().areStatic().and(written()).should().beFinal().check(all);
    }

    @Test
    void staticFieldsHoldNothingThatChanges() {
        noFields()
                .that()
                .areStatic()
                .and(written())
                .should()
                .haveRawType(
                        assignableTo(AbstractCollection.class)
                                .or(assignableTo(AbstractMap.class))
                                .or(assignableTo(Buffer.class))
                                .or(assignableTo(ThreadLocal.class))
                                .or(assignableTo(StringBuilder.class))
                                .or(resideInAPackage("java.util.concurrent.atomic")))
                .check(all);
    }

    @Test
    void staticArraysAreSeenByTheirClassOnly() {
        fields().that()
                .areStatic()
                .and(written())
                .and(DescribedPredicate.describe("are arrays", f -> f.getRawType().isArray()))
                .should()
                .bePrivate()
                .allowEmptyShould(true)
                .check(all);
    }

    /** Not the compiler's own, as an enum's values. */
    private static DescribedPredicate<JavaField> written() {
        return DescribedPredicate.describe(
                "are written by hand", f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static DescribedPredicate<JavaClass> assignableTo(Class<?> type) {
        return JavaClass.Predicates.assignableTo(type);
    }
}
