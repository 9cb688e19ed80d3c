/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final long SECOND = 1_000_000_000;

    private final StringWriter terminal = new StringWriter();
    private long now = 5 * SECOND;

    @Test
    void itSaysHowFarHowManyHowFastAndHowLongStill() {
        ProgressBar bar = bar(4, 8_000_000);
        now += 10 * SECOND; // until an association is open
        bar.moved(500_000);
        now += SECOND;
        bar.finished(1_500_000);
        now += SECOND;
        bar.moved(500_000);
        assertThat(lastLine())
                .isEqualTo("[####------------]  25 %  1 of 4 objects, 2.0 MB, 1.0 MB/s, 0:06 left");
    }

    @Test
    void inTheFirstSecondThereIsNoSpeed() {
        ProgressBar bar = bar(2, 100);
        bar.moved(0);
        now += SECOND / 2;
        bar.moved(50);
        assertThat(lastLine()).isEqualTo("[########--------]  50 %  0 of 2 objects, 50 bytes");
    }

    @Test
    void itNeverTakesMoreThanALine() {
        ProgressBar bar = bar(1_234_567_890, Long.MAX_VALUE);
        bar.moved(1);
        now += 3 * SECOND;
        bar.finished(999_000_000);
        assertThat(lastLine().length()).isLessThan(80);
    }

    @Test
    void itIsDrawnTenTimesASecondAtMost() {
        ProgressBar bar = bar(1, 1000);
        for (int i = 0; i < 100; i++) {
            bar.moved(10);
            now += SECOND / 100;
        }
        assertThat(terminal.toString().chars().filter(c -> c == '\r')).hasSize(10);
    }

    @Test
    void aShorterLineLeavesNothingOfTheLonger() {
        ProgressBar bar = bar(1, 1_000_000);
        now += SECOND;
        bar.moved(1);
        String first = lastLine();
        now += SECOND;
        bar.finished(1_000_000);
        assertThat(lastLine().stripTrailing()).endsWith("0:00 left");
        assertThat(lastLine().length()).isGreaterThanOrEqualTo(first.length());
    }

    @Test
    void aClearedLineIsBlankAndClearedOnce() {
        ProgressBar bar = bar(1, 10);
        bar.moved(1);
        int width = lastLine().length();
        bar.clear();
        assertThat(terminal.toString()).endsWith("\r" + " ".repeat(width) + "\r");
        String cleared = terminal.toString();
        bar.clear();
        assertThat(terminal.toString()).isEqualTo(cleared);
    }

    @Test
    void filesThatGrowOrHoldNothingDoNotDisturbIt() {
        ProgressBar grown = bar(1, 10);
        grown.moved(50);
        assertThat(lastLine()).contains("] 100 %").endsWith(", 10 bytes");
        ProgressBar empty = bar(1, 0);
        empty.finished(0);
        assertThat(lastLine()).contains("  0 %  1 of 1 objects");
    }

    private ProgressBar bar(long objects, long bytes) {
        return new ProgressBar(new PrintWriter(terminal), () -> now, objects, bytes);
    }

    private String lastLine() {
        String all = terminal.toString();
        return all.substring(all.lastIndexOf('\r') + 1);
    }
}
