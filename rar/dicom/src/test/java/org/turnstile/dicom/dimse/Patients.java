/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.nio.charset.StandardCharsets;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;

/** Identifiers of queries and of their matches. */
final class Patients {

    /** (0010,0020) LO "P1" in Implicit VR Little Endian: tag, 32-bit length, value. */
    static final String P1 = "10002000" + "02000000" + "5031";

    private Patients() {}

    /** One element, Patient ID. */
    static Dataset patient(String id) {
        return Dataset.builder().setString(Tag.PatientID, id).build();
    }

    /** A patient with a comment of so many characters, 0 to 10,240. */
    static Dataset wordy(String id, int length) {
        return Dataset.builder()
                .setString(Tag.PatientID, id)
                .setString(Tag.PatientComments, "x".repeat(length))
                .build();
    }

    static String id(Dataset patient) {
        return patient.getString(Tag.PatientID).orElse("");
    }

    /** Sends matches until the peer cancels or is lost, at most so many; answers the status. */
    static Status stream(DimseResponder responder, int most, int length)
            throws AssociationLostException {
        for (int i = 1; i <= most && !responder.cancelled(); i++) {
            responder.pending(Status.PENDING, wordy("P" + i, length));
        }
        return responder.cancelled() ? Status.CANCELLED : Status.SUCCESS;
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
