/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnstile.api.UID;
import org.turnstile.dicom.dimse.LineHandlers;
import org.turnstile.dicom.dimse.QueryOptions;
import org.turnstile.dicom.pdu.ExtendedNegotiation;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.RoleSelection;
import org.turnstile.dicom.pdu.UserIdentityRq;

/** Builds {@link ConnectOptions}. */
public final class ConnectOptionsBuilder {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private final String host;
    private final int port;
    private String calledAeTitle = ConnectOptions.ANY_SCP;
    private String callingAeTitle = "TURNSTILE";
    private final List<PresentationContextRq> contexts = new ArrayList<>();
    private final List<RoleSelection> roles = new ArrayList<>();
    private final List<ExtendedNegotiation> extended = new ArrayList<>();
    private Optional<UserIdentityRq> identity = Optional.empty();
    private Optional<ResponseCheck> responseCheck = Optional.empty();
    private boolean requireConfirmation;
    private boolean strict;
    private Duration connectTimeout = DEFAULT_TIMEOUT;
    private Duration acseTimeout = DEFAULT_TIMEOUT;
    private Duration dimseTimeout = DEFAULT_TIMEOUT;
    private Duration artim = DEFAULT_TIMEOUT;
    private int maximumLength = 256 * 1024;
    private LineHandlers lineHandlers = LineHandlers.NONE;

    ConnectOptionsBuilder(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Called AE title; {@link ConnectOptions#ANY_SCP} unless said. */
    public ConnectOptionsBuilder called(String aeTitle) {
        calledAeTitle = aeTitle;
        return this;
    }

    /** Calling AE title; TURNSTILE unless said. */
    public ConnectOptionsBuilder calling(String aeTitle) {
        callingAeTitle = aeTitle;
        return this;
    }

    /** Proposes a further presentation context; its id is the next odd number. */
    public ConnectOptionsBuilder context(String abstractSyntax, String... transferSyntaxes) {
        int id = 2 * contexts.size() + 1;
        contexts.add(new PresentationContextRq(id, abstractSyntax, List.of(transferSyntaxes)));
        return this;
    }

    /** Proposes presentation contexts that are made already. */
    public ConnectOptionsBuilder contexts(List<PresentationContextRq> proposed) {
        contexts.addAll(proposed);
        return this;
    }

    /** Proposes a role. */
    public ConnectOptionsBuilder role(RoleSelection role) {
        roles.add(role);
        return this;
    }

    /** Proposes relational queries of a SOP class (PS3.4 §C.5.1.1). */
    public ConnectOptionsBuilder relational(String sopClass) {
        extended.add(new ExtendedNegotiation(sopClass, QueryOptions.relational()));
        return this;
    }

    /** Sends a user identity. */
    public ConnectOptionsBuilder identity(UserIdentityRq user) {
        identity = Optional.of(user);
        responseCheck = Optional.empty();
        return this;
    }

    /**
     * Sends a user identity whose response has to come and to pass the check, or else the
     * association is aborted before anything is sent on it.
     *
     * @param user asks for a positive response
     * @param check for this identity and no other, since a response belongs to its request
     */
    public ConnectOptionsBuilder identity(UserIdentityRq user, ResponseCheck check) {
        identity = Optional.of(user);
        responseCheck = Optional.of(check);
        return this;
    }

    /** Whether an accept without the response that the identity asks for is aborted. */
    public ConnectOptionsBuilder requireConfirmation(boolean required) {
        requireConfirmation = required;
        return this;
    }

    /** Whether a 58H in an accept is ignored. */
    public ConnectOptionsBuilder strict(boolean isStrict) {
        strict = isStrict;
        return this;
    }

    /** Time for the connection to open; 30 s unless said. */
    public ConnectOptionsBuilder connectTimeout(Duration time) {
        connectTimeout = time;
        return this;
    }

    /** Time for each answer to A-ASSOCIATE-RQ and A-RELEASE-RQ; 30 s unless said. */
    public ConnectOptionsBuilder acseTimeout(Duration time) {
        acseTimeout = time;
        return this;
    }

    /** Time for each response, and for the peer to take what is sent; 30 s unless said. */
    public ConnectOptionsBuilder dimseTimeout(Duration time) {
        dimseTimeout = time;
        return this;
    }

    /** Time for the peer to close after an abort; 30 s unless said. */
    public ConnectOptionsBuilder artim(Duration time) {
        artim = time;
        return this;
    }

    /** Most bytes of a P-DATA-TF that we take; 256 KiB unless said. */
    public ConnectOptionsBuilder maximumLength(int bytes) {
        maximumLength = bytes;
        return this;
    }

    /** What protects the line; nothing unless said. */
    public ConnectOptionsBuilder line(LineHandlers handlers) {
        lineHandlers = handlers;
        return this;
    }

    /**
     * The options; Verification in Implicit VR Little Endian if no context was proposed.
     *
     * @throws IllegalArgumentException names the field that is out of range
     */
    public ConnectOptions build() {
        if (contexts.isEmpty()) {
            context(UID.VERIFICATION, UID.IMPLICIT_VR_LITTLE_ENDIAN);
        }
        return new ConnectOptions(
                host,
                port,
                calledAeTitle,
                callingAeTitle,
                contexts,
                roles,
                extended,
                identity,
                responseCheck,
                requireConfirmation,
                strict,
                connectTimeout,
                acseTimeout,
                dimseTimeout,
                artim,
                maximumLength,
                lineHandlers);
    }
}
