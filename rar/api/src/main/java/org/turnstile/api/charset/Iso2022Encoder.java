/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Encodes one value with code extensions (PS3.5 §6.1.2.5): escapes to the first declared set that
 * has the character, and back to value 1 before each delimiter, control character and the end.
 */
final class Iso2022Encoder {

    private static final int ESC = 0x1B;

    private final Designation initial;
    private final List<Repertoire> declared;
    private final String delimiters;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Repertoire g0;
    private Repertoire g1;

    Iso2022Encoder(Designation initial, List<Repertoire> declared, String delimiters) {
        this.initial = initial;
        this.declared = declared;
        this.delimiters = delimiters;
        this.g0 = initial.g0();
        this.g1 = initial.g1();
    }

    byte[] encode(String text) {
        text.codePoints().forEach(this::put);
        restore();
        return out.toByteArray();
    }

    private void put(int codePoint) {
        if (codePoint < 0x20 || delimiters.indexOf(codePoint) >= 0) {
            restore();
            out.write(codePoint);
            // the reader forgets G1 here, even if there is nothing to put back
            g1 = initial.g1();
        } else if (!putIn(g0, codePoint) && !putIn(g1, codePoint)) {
            putInAny(codePoint);
        }
    }

    private boolean putIn(Repertoire set, int codePoint) {
        Optional<byte[]> code = set == null ? Optional.empty() : set.encode(codePoint);
        code.ifPresent(out::writeBytes);
        return code.isPresent();
    }

    private void putInAny(int codePoint) {
        for (Repertoire each : declared) {
            Optional<byte[]> code = each.encode(codePoint);
            if (code.isPresent()) {
                designate(each);
                out.writeBytes(code.get());
                return;
            }
        }
        throw new CharacterSetException(
                "no character set of "
                        + declared
                        + String.format(" has a code for U+%04X", codePoint));
    }

    private void designate(Repertoire set) {
        out.write(ESC);
        out.writeBytes(set.escape().getBytes(StandardCharsets.US_ASCII));
        if (set.area() == Repertoire.Area.G0) {
            g0 = set;
        } else {
            g1 = set;
        }
    }

    private void restore() {
        if (g0 != initial.g0()) {
            designate(initial.g0());
        }
        if (g1 != initial.g1() && initial.g1() != null) {
            designate(initial.g1());
        }
    }
}
