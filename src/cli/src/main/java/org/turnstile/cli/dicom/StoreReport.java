/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.turnstile.cli.common.Printable;

/** Counts what became of the files, and says each failure in a line. */
final class StoreReport {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean verbose;
    private int stored;
    private int failed;

    StoreReport(PrintWriter out, PrintWriter err, boolean verbose) {
        this.out = out;
        this.err = err;
        this.verbose = verbose;
    }

    void stored(Path path) {
        stored++;
        if (verbose) {
            out.println(Printable.of("Stored " + path));
        }
    }

    /** Stored all the same, but the peer had a remark. */
    void warned(Path path, String why) {
        stored++;
        err.println(Printable.of("WARNING " + path + ": " + why));
    }

    void failed(Path path, String why) {
        failed++;
        err.println(Printable.of("FAILED " + path + ": " + why));
    }

    /** An association that did not end well, though that changes no file's lot. */
    void ended(String why) {
        err.println(Printable.of("WARNING " + why));
    }

    void summary(String where) {
        out.printf("%d of %d stored in %s, %d failed%n", stored, stored + failed, where, failed);
    }

    boolean allStored() {
        return failed == 0 && stored > 0;
    }
}
