/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged below one logger, as text, while it is open. */
final class CapturedLog extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();
    private final List<String> entries = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Level before;

    private CapturedLog(Logger logger) {
        this.logger = logger;
        this.before = logger.getLevel();
        setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    /** Captures what is logged under this name; the root logger has the empty one. */
    static CapturedLog of(String name) {
        return new CapturedLog(Logger.getLogger(name));
    }

    /** The entries so far: level, message and stack trace. */
    List<String> entries() {
        return List.copyOf(entries);
    }

    /** The entries with this message number, such as 1010. */
    List<String> entries(int number) {
        String code = "TURN" + number + ":";
        return entries.stream().filter(entry -> entry.contains(code)).toList();
    }

    @Override
    public void publish(LogRecord entry) {
        StringWriter text = new StringWriter();
        text.append(entry.getLevel() + " " + formatter.formatMessage(entry));
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        entries.add(text.toString());
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(before);
    }
}
