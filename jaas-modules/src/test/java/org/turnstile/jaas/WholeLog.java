/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that is logged at any level, as a file would show it, from {@link #listen} on. */
public final class WholeLog extends Handler {

    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("org.turnstile");

    private WholeLog() {}

    /** Listens until it is closed. */
    public static WholeLog listen() {
        WholeLog log = new WholeLog();
        log.setLevel(Level.ALL);
        log.ours.setLevel(Level.ALL);
        log.root.addHandler(log);
        return log;
    }

    /** All so far. */
    public String text() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(new SimpleFormatter().format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        ours.setLevel(null);
    }
}
