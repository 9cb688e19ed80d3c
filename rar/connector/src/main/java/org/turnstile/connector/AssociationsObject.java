/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import jakarta.resource.Referenceable;
import jakarta.resource.spi.AdministeredObject;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.naming.Reference;
import org.turnstile.api.Association;
import org.turnstile.api.Associations;

/** The adapter in JNDI. */
@AdministeredObject(adminObjectInterfaces = Associations.class)
public class AssociationsObject
        implements Associations, ResourceAdapterAssociation, Referenceable, Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private transient TurnstileResourceAdapter adapter;
    private transient Reference reference;

    @Override
    public void open() {
        runtime().open();
    }

    @Override
    public List<Association> live() {
        return runtime().live();
    }

    @Override
    public boolean close(String id) {
        return runtime().close(id);
    }

    @Override
    public void reload() {
        runtime().reload();
    }

    @Override
    public Path home() {
        return runtime().home();
    }

    @Override
    public Map<String, String> archiveSettings() {
        return runtime().archiveSettings();
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter resourceAdapter) {
        this.adapter = (TurnstileResourceAdapter) resourceAdapter;
    }

    @Override
    public Reference getReference() {
        return reference;
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    private AdapterRuntime runtime() {
        if (adapter == null) {
            throw new IllegalStateException("associations: bound to no adapter");
        }
        return adapter.runtime();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AssociationsObject that && Objects.equals(adapter, that.adapter);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(adapter);
    }
}
