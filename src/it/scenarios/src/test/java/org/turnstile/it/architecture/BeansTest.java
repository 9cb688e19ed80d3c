/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.architecture.Modules.API;
import static org.turnstile.it.architecture.Modules.EJB;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of enterprise beans on which the servers agree, and what their names promise. */
class BeansTest {

    private static final String SECURITY_ANNOTATIONS = "jakarta.annotation.security";

    private final JavaClasses all = Modules.ALL;
    private final List<JavaClass> handlers =
            all.stream().filter(c -> c.isAnnotatedWith(MessageDriven.class)).toList();

    @Test
    void thereAreHandlers() {
        assertThat(handlers).isNotEmpty();
    }

    @Test
    void aHandlerPermitsAllAndHasNoTransaction() {
        assertThat(handlers)
                .allSatisfy(
                        handler -> {
                            assertThat(handler.isAnnotatedWith(PermitAll.class)).isTrue();
                            assertThat(
                                            handler.getAnnotationOfType(TransactionAttribute.class)
                                                    .value())
                                    .isEqualTo(TransactionAttributeType.NOT_SUPPORTED);
                        });
    }

    @Test
    void aHandlerHasNoSuperclass() {
        assertThat(handlers)
                .allSatisfy(
                        handler ->
                                assertThat(handler.getRawSuperclass())
                                        .hasValueSatisfying(
                                                c ->
                                                        assertThat(c.getName())
                                                                .isEqualTo("java.lang.Object")));
    }

    @Test
    void aHandlerSaysNothingElseOfSecurity() {
        assertThat(handlers)
                .allSatisfy(
                        handler ->
                                assertThat(securityAnnotations(handler))
                                        .containsExactly(PermitAll.class.getName()));
    }

    private static List<String> securityAnnotations(JavaClass bean) {
        return Stream.concat(
                        bean.getAnnotations().stream(),
                        bean.getMethods().stream().flatMap(m -> m.getAnnotations().stream()))
                .map(a -> a.getRawType().getName())
                .filter(name -> name.startsWith(SECURITY_ANNOTATIONS))
                .toList();
    }

    @Test
    void noBeanCallsSetRollbackOnly() {
        noClasses().should().callMethodWhere(target(name("setRollbackOnly"))).check(all);
    }

    @Test
    void listenersAreOfTheApi() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Listener")
                .should()
                .resideInAPackage(API)
                .check(all);
    }

    @Test
    void aHandlerOfTheArchiveIsMessageDriven() {
        classes()
                .that()
                .resideInAPackage(EJB)
                .and()
                .haveSimpleNameEndingWith("Handler")
                .should()
                .beAnnotatedWith(MessageDriven.class)
                .check(all);
        assertThat(handlers).allSatisfy(h -> assertThat(h.getSimpleName()).endsWith("Handler"));
    }

    @Test
    void aServiceOfTheArchiveNamesItsPermission() {
        classes()
                .that()
                .resideInAPackage(EJB)
                .and()
                .haveSimpleNameEndingWith("Service")
                .should()
                .beAnnotatedWith(Stateless.class)
                .check(all);
        classes()
                .that()
                .areAnnotatedWith(Stateless.class)
                .and()
                .doNotHaveSimpleName("VerificationService")
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .andShould()
                .haveSimpleNameEndingWith("Service")
                .check(all);
    }

    @Test
    void onlyVerificationIsOpenToAll() {
        classes()
                .that()
                .haveSimpleName("VerificationService")
                .should()
                .beAnnotatedWith(PermitAll.class)
                .check(all);
    }
}
