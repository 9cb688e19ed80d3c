/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.turnstile.api.data.UIDs;
import org.turnstile.bench.load.LoadException;
import org.turnstile.bench.load.MessageAssociation;
import org.turnstile.bench.load.Response;
import org.turnstile.bench.load.Tally;
import org.turnstile.bench.load.Target;
import org.turnstile.dicom.dimse.command.CommandSet;

/** C-STORE on several associations, the next object when the last is answered with Success. */
public final class StoreLoad {

    private static final long A_DAY = Duration.ofDays(1).toNanos();

    private final StorePlan plan;
    private final ObjectTemplate template;

    /** Makes the object that all are made of. */
    public StoreLoad(StorePlan plan) {
        this.plan = plan;
        this.template = ObjectTemplate.ofSize(plan.size());
    }

    /**
     * What was stored.
     *
     * @param seconds from the first byte of the first object to the last response
     * @param bytes of a data set
     * @param tally each object, from its first byte to its response
     */
    public record Stored(double seconds, long bytes, Tally tally) {}

    /**
     * Stores all.
     *
     * @param patience longest time without an answer
     * @throws LoadException if one is refused or answered with a warning, or an association fails
     * @throws IOException if a connection fails
     */
    public Stored run(Target target, Duration patience) throws IOException {
        try (Associations associations =
                Associations.open(
                        target,
                        ObjectTemplate.SOP_CLASS,
                        UIDs.ExplicitVRLittleEndian,
                        plan.associations(),
                        patience)) {
            Message message =
                    Message.of(
                            command(),
                            template.bytes(),
                            template.headLength(),
                            associations.maximumLength());
            associations.all((association, index) -> warmUp(association, message.copy(), index));
            long began = System.nanoTime();
            Tally tally = new Tally(began, began + A_DAY);
            associations.all(
                    (association, index) ->
                            store(
                                    association,
                                    message.copy(),
                                    plan.first(index),
                                    plan.first(index + 1),
                                    tally));
            double seconds = (System.nanoTime() - began) / 1e9;
            associations.release();
            return new Stored(seconds, template.bytes().length, tally);
        }
    }

    /** With numbers behind those that count. */
    private void warmUp(MessageAssociation association, Message message, int index)
            throws IOException {
        int from = plan.objects() + index * plan.warmup();
        long now = System.nanoTime();
        store(association, message, from, from + plan.warmup(), new Tally(now, now));
    }

    private void store(
            MessageAssociation association, Message message, int from, int until, Tally tally)
            throws IOException {
        for (int object = from; object < until; object++) {
            plan.number(message, object);
            long began = System.nanoTime();
            message.to(association::send);
            association.receive().require(Response.C_STORE_RSP).requireSuccess();
            tally.took(began, System.nanoTime());
        }
    }

    private static CommandSet command() {
        return new CommandSet(
                CommandSet.C_STORE_RQ,
                1,
                Optional.of(ObjectTemplate.SOP_CLASS),
                Optional.of(Identifying.INSTANCE.zero()),
                true,
                OptionalInt.empty(),
                Optional.empty());
    }
}
