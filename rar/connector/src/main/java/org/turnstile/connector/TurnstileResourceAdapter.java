/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.SecurityContext;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import javax.transaction.xa.XAResource;
import org.turnstile.connector.log.ConnectorLog;

/** The resource adapter: hands the container's calls to its {@link AdapterRuntime}. */
@Connector(
        displayName = "Turnstile",
        description = "DICOM associations with authenticated users",
        vendorName = "Turnstile",
        eisType = "DICOM",
        version = "1.0",
        transactionSupport = TransactionSupport.TransactionSupportLevel.NoTransaction,
        requiredWorkContexts = SecurityContext.class)
public class TurnstileResourceAdapter implements ResourceAdapter, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    @ConfigProperty(
            type = String.class,
            defaultValue = "",
            description = "Folder with turnstile.properties and all else that an operator edits")
    private String home = "";

    private transient AdapterRuntime runtime;

    /** Folder with {@code turnstile.properties} and all else that an operator edits. */
    public String getHome() {
        return home;
    }

    /** Sets the folder; it must be named before anything is activated. */
    public void setHome(String home) {
        this.home = home;
    }

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        if (!context.isContextSupported(SecurityContext.class)) {
            throw new ResourceAdapterInternalException(ConnectorLog.LOG.noSecurityInflow());
        }
        runtime = new AdapterRuntime(home, context.getWorkManager());
    }

    @Override
    public void stop() {
        if (runtime != null) {
            runtime.stop();
        }
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec)
            throws ResourceException {
        runtime().activate(factory, requireOurs(spec));
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        // WildFly also deactivates what failed its Bean Validation and was never activated
        if (runtime != null) {
            runtime.deactivate(factory);
        }
    }

    /** Takes no part in transactions: handlers commit before they return. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) {
        return new XAResource[0];
    }

    AdapterRuntime runtime() {
        if (runtime == null) {
            throw new IllegalStateException("adapter: not started");
        }
        return runtime;
    }

    private TurnstileActivationSpec requireOurs(ActivationSpec spec) throws ResourceException {
        if (!(spec instanceof TurnstileActivationSpec ours)) {
            throw new ResourceException(
                    "activation spec: " + spec.getClass().getName() + " is not ours");
        }
        // Payara does not validate
        ours.validate();
        return ours;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TurnstileResourceAdapter that && Objects.equals(home, that.home);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(home);
    }
}
