/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.IOException;

/** The grammar of JSON (RFC 8259) that a data set needs. */
final class JsonText {

    private JsonText() {}

    static void string(String text, Appendable out) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** A name and its colon. */
    static void name(String name, Appendable out) throws IOException {
        string(name, out);
        out.append(':');
    }
}
