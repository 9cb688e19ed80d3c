/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.UIDs;
import org.turnstile.api.io.DatasetWriter;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.bench.load.LoadException;
import org.turnstile.bench.load.MessageAssociation;
import org.turnstile.bench.load.Response;
import org.turnstile.bench.load.Schedule;
import org.turnstile.bench.load.Tally;
import org.turnstile.bench.load.Target;
import org.turnstile.dicom.dimse.command.CommandSet;

/** C-FIND on several associations, the next query when the last is answered with Success. */
public final class FindLoad {

    private static final String SOP_CLASS = UIDs.StudyRootQueryRetrieveInformationModelFind;
    private static final int MESSAGE_ID = 1;
    private static final byte[] CANCEL = Message.of(CommandSet.cancel(MESSAGE_ID));

    private final FindPlan plan;

    /** With a plan. */
    public FindLoad(FindPlan plan) {
        this.plan = plan;
    }

    /**
     * What was found.
     *
     * @param queries each query, to its final response or to where it is cancelled
     * @param responses each pending response, from the query on
     * @param first the first response of each query
     */
    public record Found(Tally queries, Tally responses, Tally first) {}

    /**
     * Asks until the time is over.
     *
     * @throws LoadException if a query fails or finds too many or too few, or an association fails
     * @throws IOException if a connection fails
     */
    public Found run(Target target, Schedule schedule) throws IOException {
        try (Associations associations =
                Associations.open(
                        target,
                        SOP_CLASS,
                        UIDs.ExplicitVRLittleEndian,
                        schedule.concurrency(),
                        schedule.patience())) {
            byte[] identifier = identifier();
            Message message =
                    Message.of(
                            command(), identifier, identifier.length, associations.maximumLength());
            Found found = new Found(Tally.of(schedule), Tally.of(schedule), Tally.of(schedule));
            associations.all(
                    (association, index) -> ask(association, message.copy(), index, found));
            associations.release();
            return found;
        }
    }

    private void ask(MessageAssociation association, Message message, int index, Found found)
            throws IOException {
        Random random = new Random(index);
        while (!found.queries().over(System.nanoTime())) {
            if (plan.patients() > 0) {
                message.set(Identifying.PATIENT_ID, random.nextInt(plan.patients()));
            }
            ask(association, message, found);
        }
    }

    private void ask(MessageAssociation association, Message message, Found found)
            throws IOException {
        long began = System.nanoTime();
        message.to(association::send);
        Response response = association.receive().require(Response.C_FIND_RSP);
        found.first().took(began, System.nanoTime());
        int matches = 0;
        while (response.pending()) {
            matches++;
            found.responses().took(began, System.nanoTime());
            if (plan.cancels() && matches == plan.matches()) {
                found.queries().took(began, System.nanoTime());
                association.send(CANCEL);
            }
            response = association.receive().require(Response.C_FIND_RSP);
        }
        if (plan.cancels()) {
            response.requireCancelled();
            return;
        }
        response.requireSuccess();
        found.queries().took(began, System.nanoTime());
        if (matches != plan.matches()) {
            throw new LoadException(
                    "a query found " + matches + " studies and not " + plan.matches());
        }
    }

    private byte[] identifier() throws IOException {
        DatasetBuilder keys = StudyKeys.of(plan.counted());
        if (plan.patients() > 0) {
            keys.setString(Tag.PatientID, Identifying.PATIENT_ID.zero());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DatasetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(keys.build(), out);
        return out.toByteArray();
    }

    private static CommandSet command() {
        return new CommandSet(
                CommandSet.C_FIND_RQ,
                MESSAGE_ID,
                Optional.of(SOP_CLASS),
                Optional.empty(),
                true,
                OptionalInt.empty(),
                Optional.empty());
    }
}
