/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ZXing, which is not ours, reads what the terminal shows. */
class QrTextTest {

    private static final String URI =
            "otpauth://totp/Turnstile:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                    + "&issuer=Turnstile&algorithm=SHA1&digits=6&period=30";
    private static final int QUIET = 4;

    /** Without the quiet zone, two rows to a line. */
    private static BitMatrix modules(List<String> lines) {
        int size = lines.get(0).length() - 2 * QUIET;
        BitMatrix matrix = new BitMatrix(size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                char block = lines.get((y + QUIET) / 2).charAt(x + QUIET);
                boolean upper = (y + QUIET) % 2 == 0;
                if (block == '\u2588' || block == (upper ? '\u2580' : '\u2584')) {
                    matrix.set(x, y);
                }
            }
        }
        return matrix;
    }

    @Test
    void theCodeSaysTheUri() throws Exception {
        List<String> lines = QrText.of(URI, false).lines().toList();

        assertThat(new Decoder().decode(modules(lines)).getText()).isEqualTo(URI);
    }

    @Test
    void aQuietZoneOfFourModulesIsAroundIt() {
        List<String> lines = QrText.of(URI, false).lines().toList();

        assertThat(lines.get(0)).isBlank();
        assertThat(lines.get(1)).isBlank();
        assertThat(lines.get(lines.size() - 1)).isBlank();
        assertThat(lines).allMatch(line -> line.startsWith("    ") && line.endsWith("    "));
        assertThat(lines).allMatch(line -> line.length() == lines.get(0).length());
        assertThat(lines.get(0).length()).isLessThanOrEqualTo(80);
    }

    @Test
    void onATerminalItIsBlackOnWhite() {
        String text = QrText.of(URI, true);

        assertThat(text.lines())
                .allMatch(line -> line.startsWith("\u001b[30;107m") && line.endsWith("\u001b[0m"));
    }
}
