/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.turnstile.cli.common.Printable;
import org.turnstile.cli.common.Sizes;
import org.turnstile.cli.part10.Part10File;
import org.turnstile.cli.part10.ScanNotes;

/** Counts what became of the files, and says each failure in a line. */
final class StoreReport implements ScanNotes {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean verbose;
    private Optional<ProgressBar> bar = Optional.empty();
    private int stored;
    private int failed;
    private int skipped;
    private long bytes;

    StoreReport(PrintWriter out, PrintWriter err, boolean verbose) {
        this.out = out;
        this.err = err;
        this.verbose = verbose;
    }

    /** Shows the way of the files from now on. */
    void show(ProgressBar progress) {
        bar = Optional.of(progress);
    }

    /** More bytes of the file at hand have gone. */
    void moved(long more) {
        bar.ifPresent(each -> each.moved(more));
    }

    void stored(Part10File file) {
        stored++;
        bytes += file.size();
        if (verbose) {
            say(out, "Stored " + file.path());
        }
        finished(file);
    }

    /** Stored all the same, but the peer had a remark. */
    void warned(Part10File file, String why) {
        stored++;
        bytes += file.size();
        say(err, "WARNING " + file.path() + ": " + why);
        finished(file);
    }

    void failed(Part10File file, String why) {
        failed(file.path(), why);
        finished(file);
    }

    @Override
    public void failed(Path path, String why) {
        failed++;
        say(err, "FAILED " + path + ": " + why);
    }

    @Override
    public void skipped(Path path, String why) {
        skipped++;
        say(err, "SKIPPED " + path + ": " + why);
    }

    /** An association that did not end well, though that changes no file's lot. */
    void ended(String why) {
        say(err, "WARNING " + why);
    }

    /** The last line: how many, where to, and how fast. */
    void summary(String where, double seconds) {
        String line =
                String.format(
                        "%d of %d stored in %s, %d failed", stored, stored + failed, where, failed);
        if (skipped > 0) {
            line += ", " + skipped + " skipped";
        }
        if (stored > 0) {
            String size = Sizes.bytes(bytes);
            line += String.format("; %s in %.1f s", size, seconds);
        }
        say(out, line);
    }

    int stored() {
        return stored;
    }

    boolean allStored() {
        return failed == 0 && stored > 0;
    }

    private void finished(Part10File file) {
        bar.ifPresent(each -> each.finished(file.size()));
    }

    private void say(PrintWriter to, String line) {
        bar.ifPresent(ProgressBar::clear);
        to.println(Printable.of(line));
    }
}
