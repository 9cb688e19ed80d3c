/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.IOException;
import java.io.PrintWriter;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.Printable;
import org.turnstile.cli.query.MatchPrinter;
import org.turnstile.dicom.dimse.client.MatchConsumer;

/** One query: shows each match as it comes, and keeps none. */
final class FindRun implements MatchConsumer {

    private final MatchPrinter printer;
    private final PrintWriter out;
    private final PrintWriter err;
    private final long limit;
    private long matches;
    private long hidden;
    private boolean warned;
    private boolean cancelled;
    private volatile boolean stopped;

    /**
     * A query that has not been asked.
     *
     * @param limit matches after which it is cancelled
     */
    FindRun(MatchPrinter printer, PrintWriter out, PrintWriter err, long limit) {
        this.printer = printer;
        this.out = out;
        this.err = err;
        this.limit = limit;
    }

    /** Cancels the query at the next match; from any thread. */
    void stop() {
        stopped = true;
    }

    /** Asks, shows the matches, and answers with the final status. */
    Status run(Dialogue dialogue, String sopClass, Dataset identifier)
            throws CommandFailedException {
        try {
            return dialogue.find(sopClass, identifier, this);
        } finally {
            printer.end();
        }
    }

    @Override
    public boolean onMatch(Status pending, Dataset match) throws IOException {
        if (pending.code() == Status.PENDING_WARNING.code() && !warned) {
            warned = true;
            err.println("note: FF01H: the peer does not support all keys; they come back empty");
        }
        matches++;
        try {
            printer.print(match);
        } catch (IllegalArgumentException e) {
            hidden++;
            err.println(Printable.of("match " + matches + " cannot be shown: " + e.getMessage()));
        }
        // nobody reads any more, as behind "| head"
        boolean unread = out.checkError();
        cancelled = stopped || unread || matches >= limit;
        return !cancelled;
    }

    /** "3 matches"; "the first 3 matches" where more were not asked for. */
    String counted() {
        if (cancelled && matches == 1) {
            return "the first match";
        }
        return (cancelled ? "the first " : "") + matches + (matches == 1 ? " match" : " matches");
    }

    /** Whether the query went to its end, or ended early because we said so. */
    boolean succeeded(Status status) {
        return status.isSuccess() || (cancelled && status.code() == Status.CANCELLED.code());
    }

    boolean allShown() {
        return hidden == 0;
    }
}
