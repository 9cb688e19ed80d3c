/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import java.io.IOException;
import org.jboss.arquillian.config.descriptor.api.ContainerDef;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.ContainerRegistry;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.turnstile.it.scenarios.Home;

/**
 * Prepares the server that Arquillian is about to start: a fresh one, installed into by the script
 * that we ship, with a fresh home. All ports are ones that were free a moment ago, so that builds
 * may run beside each other.
 */
public class ServerSetup {

    private Postgres postgres;

    /** Runs once, before the first server test. */
    public void prepare(@Observes ContainerRegistry registry)
            throws IOException, InterruptedException {
        Server server = Server.create("main");
        server.runShipped("wildfly-install.cli");
        if (TestedDatabase.isPostgres()) {
            usePostgres(server);
        }
        Server.delete(server.home());
        Home.create(server.home(), Ports.free());
        for (Container<?> container : registry.getContainers()) {
            configure(container.getContainerConfiguration(), server, Ports.free());
        }
    }

    /** Where it is not installed the tests are skipped and say so. */
    private void usePostgres(Server server) throws IOException, InterruptedException {
        postgres = Postgres.create().orElse(null);
        if (postgres != null) {
            server.usePostgres(postgres);
        }
    }

    /** Runs once, after the server has been stopped. */
    public void end(@Observes(precedence = -100) AfterSuite last)
            throws IOException, InterruptedException {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static void configure(ContainerDef container, Server server, int managementPort) {
        container.property("jbossHome", server.folder().toString());
        container.property("managementPort", Integer.toString(managementPort));
        container.property(
                "javaVmArguments",
                String.join(
                        " ",
                        "-Xmx512m",
                        // else class loaders stay until memory is short
                        "-XX:SoftRefLRUPolicyMSPerMB=0",
                        "-Djboss.bind.address=127.0.0.1",
                        "-Djboss.bind.address.management=127.0.0.1",
                        "-Djboss.management.http.port=" + managementPort,
                        "-Djboss.http.port=0",
                        "-Djboss.https.port=0",
                        "-Dturnstile.home=" + server.home()));
    }
}
