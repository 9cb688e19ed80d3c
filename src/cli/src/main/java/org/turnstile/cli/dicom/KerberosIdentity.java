/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.util.Optional;
import org.turnstile.api.IdentityType;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.kerberos.AgentFailures;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;
import org.turnstile.dicom.dimse.client.IdentityNotConfirmedException;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.eua.agent.AgentException;
import org.turnstile.eua.agent.KerberosInitiator;
import org.turnstile.eua.agent.KerberosRequest;

/** A Kerberos ticket: each association takes an AP-REQ of its own, for a second is a replay. */
final class KerberosIdentity implements Identity {

    private static final byte[] NO_SECONDARY = {};

    private final KerberosInitiator user;
    private final String service;
    private final boolean positiveResponse;
    private Optional<KerberosRequest> last = Optional.empty();

    /**
     * Takes over the initiator.
     *
     * @param service principal of the service
     * @param positiveResponse whether the service has to prove itself
     */
    KerberosIdentity(KerberosInitiator user, String service, boolean positiveResponse) {
        this.user = user;
        this.service = service;
        this.positiveResponse = positiveResponse;
    }

    @Override
    public boolean isPresent() {
        return true;
    }

    @Override
    public void addTo(ConnectOptionsBuilder options) throws CommandFailedException {
        forget();
        try {
            KerberosRequest request = user.request(service, Framing.RAW, positiveResponse);
            last = Optional.of(request);
            UserIdentityRq rq =
                    new UserIdentityRq(
                            IdentityType.KERBEROS.code(),
                            positiveResponse,
                            request.token(),
                            NO_SECONDARY);
            if (positiveResponse) {
                options.identity(rq, serverResponse -> check(request, serverResponse));
            } else {
                options.identity(rq);
            }
        } catch (AgentException e) {
            throw AgentFailures.of(e);
        }
    }

    private static void check(KerberosRequest request, byte[] serverResponse)
            throws IdentityNotConfirmedException {
        try {
            request.check(serverResponse);
        } catch (AgentException e) {
            throw new IdentityNotConfirmedException(e.getMessage(), e);
        }
    }

    @Override
    public String who() {
        return user.principal();
    }

    @Override
    public void wipe() {
        forget();
        user.close();
    }

    private void forget() {
        last.ifPresent(KerberosRequest::close);
        last = Optional.empty();
    }
}
