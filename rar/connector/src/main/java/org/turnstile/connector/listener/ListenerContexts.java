/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.turnstile.api.UID;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.connector.config.ListenerSettings;
import org.turnstile.connector.inflow.Activations;
import org.turnstile.dicom.association.negotiation.ContextPolicy;
import org.turnstile.dicom.dimse.QueryOptions;

/** Takes the presentation contexts for which something is activated. */
final class ListenerContexts implements ContextPolicy {

    private static final List<String> VERIFICATION_SYNTAXES =
            List.of(UID.IMPLICIT_VR_LITTLE_ENDIAN, UID.EXPLICIT_VR_LITTLE_ENDIAN);

    /** All that a data set without pixel data can be in. */
    private static final List<String> QUERY_SYNTAXES =
            List.of(
                    UID.EXPLICIT_VR_LITTLE_ENDIAN,
                    UID.IMPLICIT_VR_LITTLE_ENDIAN,
                    TransferSyntax.EXPLICIT_VR_BIG_ENDIAN.uid(),
                    TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.uid());

    private final Activations activations;
    private final ListenerSettings settings;
    private final boolean echoOnly;

    ListenerContexts(Activations activations, ListenerSettings settings, boolean echoOnly) {
        this.activations = activations;
        this.settings = settings;
        this.echoOnly = echoOnly;
    }

    /**
     * A query by nobody is taken so that it can be answered 0124H, which a refused context hides.
     */
    @Override
    public boolean supports(String sopClass) {
        return activations.serve(settings.name(), sopClass)
                && (!echoOnly || sopClass.equals(UID.VERIFICATION) || isQuery(sopClass));
    }

    private boolean isQuery(String sopClass) {
        return activations.serveQueries(settings.name(), sopClass);
    }

    @Override
    public Optional<ByteBuffer> extended(String sopClass, ByteBuffer proposed) {
        return isQuery(sopClass) ? QueryOptions.answer(proposed) : Optional.empty();
    }

    @Override
    public Optional<String> choose(String sopClass, List<String> proposed) {
        if (sopClass.equals(UID.VERIFICATION)) {
            return first(VERIFICATION_SYNTAXES, proposed);
        }
        if (isQuery(sopClass)) {
            return first(QUERY_SYNTAXES, proposed);
        }
        List<String> taken = settings.transferSyntaxes();
        return taken.isEmpty() ? proposed.stream().findFirst() : first(taken, proposed);
    }

    private static Optional<String> first(List<String> preferred, List<String> proposed) {
        return preferred.stream().filter(proposed::contains).findFirst();
    }
}
