/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.scenarios;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.turnstile.it.probe.BulkEchoHandler;
import org.turnstile.it.probe.BulkRows;
import org.turnstile.it.probe.CallerService;
import org.turnstile.it.probe.Journal;
import org.turnstile.it.probe.ProbeAssociationHandler;
import org.turnstile.it.probe.ProbeEchoHandler;

/** What is deployed. */
public final class Deployments {

    private static final String BINDINGS =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <jboss:ejb-jar xmlns:jboss="urn:jboss:jakartaee:1.0"
                xmlns="https://jakarta.ee/xml/ns/jakartaee"
                xmlns:r="urn:resource-adapter-binding:2.0" xmlns:s="urn:security:2.0"
                version="4.0">
              <assembly-descriptor>
                <r:resource-adapter-binding>
                  <ejb-name>*</ejb-name>
                  <r:resource-adapter-name>turnstile</r:resource-adapter-name>
                </r:resource-adapter-binding>
                <s:security>
                  <ejb-name>*</ejb-name>
                  <s:security-domain>turnstile</s:security-domain>
                </s:security>
              </assembly-descriptor>
            </jboss:ejb-jar>
            """;

    private Deployments() {}

    /** The application as it is shipped. */
    public static EnterpriseArchive turnstile() {
        return ShrinkWrap.createFromZipFile(
                EnterpriseArchive.class, new File(System.getProperty("turnstile.ear")));
    }

    /** Somebody else's handlers in a jar of their own, on the listener {@code probe}. */
    public static JavaArchive probe() {
        return handlers(
                "probe.jar",
                Journal.class,
                CallerService.class,
                ProbeEchoHandler.class,
                ProbeAssociationHandler.class);
    }

    /** What fills the index, on the listener {@code probe}. */
    public static JavaArchive bulk() {
        return handlers(
                "bulk.jar",
                Journal.class,
                ProbeAssociationHandler.class,
                BulkRows.class,
                BulkEchoHandler.class);
    }

    private static JavaArchive handlers(String name, Class<?>... classes) {
        return ShrinkWrap.create(JavaArchive.class, name)
                .addClasses(classes)
                .addAsManifestResource(new StringAsset(BINDINGS), "jboss-ejb3.xml")
                .addAsManifestResource(
                        new StringAsset(
                                """
                                Manifest-Version: 1.0
                                Dependencies: deployment.turnstile.ear.turnstile.rar
                                """),
                        "MANIFEST.MF");
    }
}
