/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.turnstile.api.data.Dataset;
import org.turnstile.cli.common.Printable;

/**
 * A table with a column for each key. The first rows are held back, so that the columns become as
 * wide as they need; what is longer in a later row stands out.
 */
public final class MatchTable implements MatchPrinter {

    /** Rows that decide on the width of the columns: a screenful. */
    static final int FIRST_ROWS = 24;

    private static final String GAP = "  ";

    private final PrintWriter out;
    private final List<KeyPath> columns;
    private final int[] widths;
    private final List<List<String>> held = new ArrayList<>();
    private boolean headed;

    /** Onto a stream that is the caller's. */
    public MatchTable(PrintWriter out, List<KeyPath> columns) {
        this.out = out;
        this.columns = List.copyOf(columns);
        this.widths = new int[columns.size()];
    }

    @Override
    public void print(Dataset match) {
        List<String> row = new ArrayList<>();
        for (KeyPath column : columns) {
            row.add(Printable.of(CellText.of(match, column)));
        }
        if (headed) {
            line(row);
            return;
        }
        held.add(row);
        if (held.size() == FIRST_ROWS) {
            end();
        }
    }

    @Override
    public void end() {
        if (!headed && !held.isEmpty()) {
            List<String> head = columns.stream().map(KeyPath::label).toList();
            widen(head);
            held.forEach(this::widen);
            line(head);
            line(head.stream().map(label -> "-".repeat(label.length())).toList());
            held.forEach(this::line);
            held.clear();
            headed = true;
        }
        out.flush();
    }

    private void widen(List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], Cells.width(row.get(i)));
        }
    }

    private void line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(i == 0 ? "" : GAP).append(cell);
            line.append(" ".repeat(Math.max(0, widths[i] - Cells.width(cell))));
        }
        out.println(line.toString().stripTrailing());
    }
}
