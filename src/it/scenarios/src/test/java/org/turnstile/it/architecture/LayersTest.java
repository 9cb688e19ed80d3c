/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.architecture.Modules.API;
import static org.turnstile.it.architecture.Modules.BENCH;
import static org.turnstile.it.architecture.Modules.CLI;
import static org.turnstile.it.architecture.Modules.CONNECTOR;
import static org.turnstile.it.architecture.Modules.DEMO;
import static org.turnstile.it.architecture.Modules.DICOM;
import static org.turnstile.it.architecture.Modules.EJB;
import static org.turnstile.it.architecture.Modules.EUA_AGENT;
import static org.turnstile.it.architecture.Modules.JAAS;
import static org.turnstile.it.architecture.Modules.LOGGING;
import static org.turnstile.it.architecture.Modules.NETTY;
import static org.turnstile.it.architecture.Modules.TESTKIT;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see whom: each module names all that it may import, everything else is refused. */
class LayersTest {

    /** The JDK without {@code javax} packages, which Jakarta EE used to share: those are named. */
    private static final List<String> JDK =
            List.of(
                    "java..",
                    "javax.security.auth",
                    "javax.security.auth.callback..",
                    "javax.security.auth.x500..",
                    "javax.security.auth.kerberos..");

    private static final String LOGIN = "javax.security.auth.login..";
    private static final String LOGIN_MODULES = "javax.security.auth.spi..";

    private final JavaClasses all = Modules.ALL;

    @ParameterizedTest
    @ValueSource(strings = {API, DICOM, CONNECTOR, JAAS, EJB, CLI, EUA_AGENT, TESTKIT, DEMO})
    void everyModuleIsLookedAt(String module) {
        assertThat(all.stream().filter(resideInAPackage(module))).isNotEmpty();
    }

    @Test
    void apiSeesTheJdkOnly() {
        mayImport(API, API, LOGIN);
    }

    @Test
    void dicomSeesApiAndNetty() {
        mayImport(DICOM, DICOM, API, NETTY, "javax.net.ssl..");
    }

    @Test
    void connectorSeesTheWireAndJakartaConnectorsButNoLoginModule() {
        mayImport(
                CONNECTOR,
                CONNECTOR,
                API,
                DICOM,
                NETTY,
                LOGGING,
                LOGIN,
                LOGIN_MODULES,
                "javax.management..",
                "javax.naming..",
                "javax.net.ssl..",
                "javax.transaction.xa..",
                "jakarta.resource..",
                "jakarta.validation..",
                "jakarta.security.auth.message.callback..");
    }

    @Test
    void loginModulesSeeTheApi() {
        mayImport(
                JAAS,
                JAAS,
                API,
                LOGGING,
                LOGIN,
                LOGIN_MODULES,
                "javax.crypto..",
                "javax.naming..",
                "javax.net.ssl..",
                "javax.sql..",
                "com.unboundid..",
                "org.apache.kerby..",
                "org.ietf.jgss..");
    }

    @Test
    void onlyTheModulesForDirectoriesSeeDirectories() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.turnstile.jaas.ldap..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.unboundid..")
                .check(all);
    }

    @Test
    void beansSeeTheApiJakartaEeAndFlyway() {
        mayImport(
                EJB,
                EJB,
                API,
                LOGGING,
                "jakarta..",
                "javax.naming..",
                "javax.sql..",
                "org.flywaydb.core..");
    }

    @Test
    void commandLineSeesTheWireAndTheFormatsOfFiles() {
        mayImport(
                CLI,
                CLI,
                API,
                DICOM,
                NETTY,
                LOGIN,
                EUA_AGENT,
                "picocli..",
                "javax.net.ssl..",
                "io.nayuki.qrcodegen..",
                "org.turnstile.jaas.file..",
                "org.turnstile.jaas.otp..",
                "org.turnstile.jaas.passcode..");
    }

    @Test
    void agentSeesTheFramingsOfTokensAndTheJdksKerberos() {
        mayImport(
                EUA_AGENT,
                EUA_AGENT,
                "org.turnstile.api.kerberos",
                LOGIN,
                "org.ietf.jgss..",
                "com.sun.security.auth.module..");
    }

    @Test
    void testkitKnowsNoModuleOfOurs() {
        noClasses()
                .that()
                .resideInAPackage(TESTKIT)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.turnstile..").and(not(resideInAPackage(TESTKIT))))
                .check(all);
    }

    @Test
    void connectorIsSeenByNobody() {
        noClasses()
                .that()
                .resideOutsideOfPackages(CONNECTOR, DEMO)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CONNECTOR)
                .check(all);
    }

    @Test
    void demoTestkitAndBenchmarksAreSeenByNobody() {
        for (String module : List.of(DEMO, TESTKIT, BENCH)) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages(module, BENCH)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(module)
                    .check(all);
        }
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("org.turnstile.(**)").should().beFreeOfCycles().check(all);
    }

    @Test
    void pdusStandBelowAssociationsAndTheseBelowDimse() {
        String association = "org.turnstile.dicom.association..";
        String dimse = "org.turnstile.dicom.dimse..";
        noClasses()
                .that()
                .resideInAPackage("org.turnstile.dicom.pdu..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(association, dimse)
                .check(all);
        noClasses()
                .that()
                .resideInAPackage(association)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(dimse)
                .check(all);
    }

    private void mayImport(String module, String... allowed) {
        String[] packages = Stream.concat(JDK.stream(), Stream.of(allowed)).toArray(String[]::new);
        DescribedPredicate<JavaClass> anAllowedOne =
                resideInAnyPackage(packages)
                        .or(DescribedPredicate.describe("primitive", JavaClass::isPrimitive))
                        .or(DescribedPredicate.describe("array", JavaClass::isArray));
        classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat(anAllowedOne)
                .check(all);
    }
}
