/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import org.turnstile.dicom.association.Ending;
import org.turnstile.dicom.dimse.client.AssociationAbortedException;
import org.turnstile.dicom.dimse.client.AssociationException;
import org.turnstile.dicom.dimse.client.AssociationRejectedException;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateRj;

/** Says in words how an association failed. */
final class Words {

    private Words() {}

    /**
     * One sentence for a person.
     *
     * @param named whether the request named a user
     */
    static String of(AssociationException e, boolean named) {
        if (e instanceof AssociationRejectedException rejected) {
            // PS3.7 §D.3.3.7.3 gives a refused user no reason of its own
            boolean user = named && rejected.rj().equals(AAssociateRj.NOT_AUTHENTICATED);
            return e.getMessage() + (user ? "; so is a user who is not let in" : "");
        }
        if (e instanceof AssociationAbortedException aborted
                && aborted.ending() instanceof Ending.AbortedByPeer byPeer) {
            return "association aborted: " + of(byPeer.abort());
        }
        return e.getMessage();
    }

    /** Source and reason of PS3.8 §9.3.8. */
    static String of(AAbort abort) {
        if (abort.source() != 2) {
            return abort.source() == 0 ? "service-user" : "source " + abort.source();
        }
        String reason =
                switch (abort.reason()) {
                    case 0 -> "reason-not-specified";
                    case 1 -> "unrecognized-PDU";
                    case 2 -> "unexpected-PDU";
                    case 4 -> "unrecognized-PDU-parameter";
                    case 5 -> "unexpected-PDU-parameter";
                    case 6 -> "invalid-PDU-parameter-value";
                    default -> "reason " + abort.reason();
                };
        return "service-provider, " + reason;
    }
}
