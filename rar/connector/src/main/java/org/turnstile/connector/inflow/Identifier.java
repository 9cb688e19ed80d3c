/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import java.io.IOException;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.io.DatasetException;
import org.turnstile.api.io.DatasetReader;
import org.turnstile.api.io.ReadLimits;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.dicom.dimse.DimseRequest;

/**
 * Reads the identifier of a query (PS3.4 §C.4.1.1.3), within limits that no real one comes near.
 */
final class Identifier {

    /** Most bytes, inflated; a list of 16,000 UIDs fits. */
    static final int MAX_LENGTH = 1024 * 1024;

    /** Most data sets one inside the other. */
    static final int MAX_DEPTH = 16;

    /** Most elements and items; the dictionary has some 5,000. */
    static final int MAX_ELEMENTS = 10_000;

    private static final ReadLimits LIMITS =
            ReadLimits.DEFAULT
                    .withMaxDepth(MAX_DEPTH)
                    .withMaxElements(MAX_ELEMENTS)
                    .withMaxValueLength(MAX_LENGTH)
                    .withMaxLength(MAX_LENGTH);

    private static final String NAME = "Identifier";
    private static final int MAX_COMMENT = 64;

    private Identifier() {}

    /** An identifier that is refused: what the peer is told. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Status status;

        RefusedException(Status status, Throwable cause) {
            super(status.toString(), cause);
            this.status = status;
        }

        Status status() {
            return status;
        }
    }

    /**
     * Reads it to its end.
     *
     * @throws RefusedException if there is none, or it is no data set, or beyond a limit
     * @throws AssociationLostException if the association ends before it has come
     */
    static Dataset read(DimseRequest request) throws RefusedException, AssociationLostException {
        if (!request.command().hasDataSet()) {
            throw refused(Status.DATA_SET_MISMATCH, NAME + ": missing", null);
        }
        TransferSyntax syntax = TransferSyntax.of(request.transferSyntax());
        try (DatasetReader reader = new DatasetReader(request.dataSet(), syntax, LIMITS)) {
            return reader.read();
        } catch (AssociationLostException e) {
            throw e;
        } catch (DatasetException e) {
            String where = e.path().isEmpty() ? "" : " " + e.path();
            throw refused(Status.CANNOT_UNDERSTAND, NAME + where + ": " + e.field(), e);
        } catch (IOException e) {
            throw refused(Status.CANNOT_UNDERSTAND, NAME + ": cannot be read", e);
        }
    }

    /** Of a path that is too long the innermost element is the one to name. */
    private static RefusedException refused(Status status, String comment, Throwable cause) {
        int over = comment.length() - MAX_COMMENT;
        String shown = over > 0 ? comment.substring(over) : comment;
        return new RefusedException(status.withComment(shown), cause);
    }
}
