/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.turnstile.dicom.association.AssociationLimits;

/**
 * One listener as configured; ranges are those of {@link SettingKey}.
 *
 * @param name name of the listener, as activations give it
 * @param endpoint where it listens
 * @param aeTitles called AE titles that it serves; empty for any
 * @param callingAeTitles calling AE titles that it serves; empty for any
 * @param transferSyntaxes transfer syntaxes taken for storage, the preferred first; empty for any
 * @param identity whom it lets in
 * @param parsing what becomes of departures from the standard
 * @param auditRequired whether an association needs its audit message to be kept
 * @param open when its port opens
 * @param port what holds before the listener of a connection is known
 * @param limits limits of an accepted association
 * @param maxAssociations most associations at once
 * @param maxAssociationsPerPeer most associations of one peer address at once
 * @param stopGrace time that associations get to end by themselves when the port closes
 */
public record ListenerSettings(
        String name,
        Endpoint endpoint,
        Set<String> aeTitles,
        Set<String> callingAeTitles,
        List<String> transferSyntaxes,
        IdentitySettings identity,
        Parsing parsing,
        boolean auditRequired,
        Opening open,
        PortSettings port,
        AssociationLimits limits,
        int maxAssociations,
        int maxAssociationsPerPeer,
        Duration stopGrace) {

    /** Copies the collections. */
    public ListenerSettings {
        aeTitles = Set.copyOf(aeTitles);
        callingAeTitles = Set.copyOf(callingAeTitles);
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }

    /** Whether an association to this called AE title is this listener's. */
    public boolean serves(String calledAeTitle) {
        return aeTitles.isEmpty() || aeTitles.contains(calledAeTitle);
    }

    /** Whether this calling AE title may associate. */
    public boolean admits(String callingAeTitle) {
        return callingAeTitles.isEmpty() || callingAeTitles.contains(callingAeTitle);
    }
}
