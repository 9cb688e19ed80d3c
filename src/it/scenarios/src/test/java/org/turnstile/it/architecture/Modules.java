/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The packages of the modules, and what several rules speak of. */
final class Modules {

    static final String API = "org.turnstile.api..";
    static final String DICOM = "org.turnstile.dicom..";
    static final String CONNECTOR = "org.turnstile.connector..";
    static final String JAAS = "org.turnstile.jaas..";
    static final String EJB = "org.turnstile.ejb..";
    static final String CLI = "org.turnstile.cli..";
    static final String EUA_AGENT = "org.turnstile.eua.agent..";
    static final String TESTKIT = "org.turnstile.testkit..";
    static final String DEMO = "org.turnstile.demo..";
    static final String BENCH = "org.turnstile.bench..";
    static final String NETTY = "io.netty..";
    static final String LOGGING = "org.jboss.logging..";

    /** All main classes of ours; the tests' own are left out. Read once, since that takes long. */
    static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.turnstile");

    private Modules() {}
}
