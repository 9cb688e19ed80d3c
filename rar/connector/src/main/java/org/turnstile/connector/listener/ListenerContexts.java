/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import java.util.List;
import java.util.Optional;
import org.turnstile.api.UID;
import org.turnstile.connector.config.ListenerSettings;
import org.turnstile.connector.inflow.Activations;
import org.turnstile.dicom.association.negotiation.ContextPolicy;

/** Takes the presentation contexts for which something is activated. */
final class ListenerContexts implements ContextPolicy {

    private static final List<String> VERIFICATION_SYNTAXES =
            List.of(UID.IMPLICIT_VR_LITTLE_ENDIAN, UID.EXPLICIT_VR_LITTLE_ENDIAN);

    private final Activations activations;
    private final ListenerSettings settings;
    private final boolean echoOnly;

    ListenerContexts(Activations activations, ListenerSettings settings, boolean echoOnly) {
        this.activations = activations;
        this.settings = settings;
        this.echoOnly = echoOnly;
    }

    @Override
    public boolean supports(String sopClass) {
        return (!echoOnly || sopClass.equals(UID.VERIFICATION))
                && activations.serve(settings.name(), sopClass);
    }

    @Override
    public Optional<String> choose(String sopClass, List<String> proposed) {
        if (sopClass.equals(UID.VERIFICATION)) {
            return first(VERIFICATION_SYNTAXES, proposed);
        }
        List<String> taken = settings.transferSyntaxes();
        return taken.isEmpty() ? proposed.stream().findFirst() : first(taken, proposed);
    }

    private static Optional<String> first(List<String> preferred, List<String> proposed) {
        return preferred.stream().filter(proposed::contains).findFirst();
    }
}
