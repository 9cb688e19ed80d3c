/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Edits messages. */
final class Bytes {
    private Bytes() {}

    static byte[] replace(byte[] message, byte[] old, byte[] by) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        String from = new String(old, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        return text.replace(from, new String(by, StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
