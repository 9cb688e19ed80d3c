/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.io.Serial;
import java.io.Serializable;
import org.turnstile.api.AssociationListener;
import org.turnstile.api.EchoListener;
import org.turnstile.api.FindListener;
import org.turnstile.api.StoreListener;

/** What a message-driven bean says of itself: for which listener, and which SOP classes. */
@Activation(
        messageListeners = {
            EchoListener.class,
            StoreListener.class,
            FindListener.class,
            AssociationListener.class
        })
public class TurnstileActivationSpec implements ActivationSpec, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /** The listener that always exists. */
    public static final String DEFAULT_LISTENER = "default";

    @ConfigProperty(
            type = String.class,
            defaultValue = DEFAULT_LISTENER,
            description = "Name of a listener in turnstile.properties")
    private String listener = DEFAULT_LISTENER;

    @ConfigProperty(
            type = String.class,
            defaultValue = "",
            description =
                    "SOP class UIDs, comma-separated; STORAGE for all storage SOP classes; empty for"
                            + " the service's own: Verification for C-ECHO, STORAGE for C-STORE,"
                            + " Patient Root and Study Root FIND for C-FIND")
    private String sopClasses = "";

    private transient ResourceAdapter resourceAdapter;

    /** Name of a listener in {@code turnstile.properties}. */
    public String getListener() {
        return listener;
    }

    /** Sets the listener's name. */
    public void setListener(String listener) {
        this.listener = listener;
    }

    /** SOP class UIDs, comma-separated; empty for the service's own. */
    public String getSopClasses() {
        return sopClasses;
    }

    /** Sets the SOP classes. */
    public void setSopClasses(String sopClasses) {
        this.sopClasses = sopClasses;
    }

    @Override
    public void validate() throws InvalidPropertyException {
        if (listener == null || listener.isBlank()) {
            throw new InvalidPropertyException("listener: '" + listener + "' names none");
        }
        if (sopClasses == null) {
            throw new InvalidPropertyException("sopClasses: null; leave it empty instead");
        }
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) {
        this.resourceAdapter = adapter;
    }
}
