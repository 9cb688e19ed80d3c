/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.turnstile.api.AssociationListener;

/** One activated message endpoint: what it serves, and for which listener. */
public final class Activation {

    private final String listener;
    private final String endpointName;
    private final MessageEndpointFactory factory;
    private final Map<Service, SopClasses> services = new EnumMap<>(Service.class);
    private final boolean associations;

    /**
     * Reads from the endpoint's class what it serves.
     *
     * @param listener name of the listener
     * @param sopClasses comma list of UIDs, empty for the default of each service
     * @param factory the container's factory of endpoints
     * @throws IllegalArgumentException if the class serves nothing, or the list is bad
     */
    public Activation(String listener, String sopClasses, MessageEndpointFactory factory) {
        this.listener = listener;
        this.factory = factory;
        Class<?> type = factory.getEndpointClass();
        this.endpointName = type.getName();
        this.associations = AssociationListener.class.isAssignableFrom(type);
        for (Service service : Service.values()) {
            if (service.listenerType().isAssignableFrom(type)) {
                String list = sopClasses.isBlank() ? service.defaultSopClasses() : sopClasses;
                services.put(service, SopClasses.parse(list));
            }
        }
        if (services.isEmpty() && !associations) {
            throw new IllegalArgumentException(
                    "endpoint " + endpointName + ": implements none of our listener interfaces");
        }
    }

    /** Name of the listener it belongs to. */
    public String listener() {
        return listener;
    }

    /** Whether it serves DIMSE, so that a port opens for it. */
    public boolean servesDimse() {
        return !services.isEmpty();
    }

    boolean hearsAssociations() {
        return associations;
    }

    MessageEndpointFactory factory() {
        return factory;
    }

    boolean serves(Service service, String sopClass) {
        SopClasses claimed = services.get(service);
        return claimed != null && claimed.contains(sopClass);
    }

    boolean serves(String sopClass) {
        return services.values().stream().anyMatch(claimed -> claimed.contains(sopClass));
    }

    /** What this and another of the same listener both claim, in words. */
    Optional<String> conflict(Activation other) {
        for (Map.Entry<Service, SopClasses> mine : services.entrySet()) {
            SopClasses theirs = other.services.get(mine.getKey());
            if (theirs != null && mine.getValue().common(theirs).isPresent()) {
                return Optional.of(
                        "listener "
                                + listener
                                + ": both "
                                + endpointName
                                + " and "
                                + other.endpointName
                                + " claim "
                                + mine.getKey().title()
                                + " of "
                                + mine.getValue().common(theirs).get());
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return endpointName;
    }
}
