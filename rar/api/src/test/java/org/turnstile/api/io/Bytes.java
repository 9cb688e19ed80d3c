/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.turnstile.api.data.Dataset;

/** Fixtures in hexadecimal, and whole data sets from and to arrays. */
final class Bytes {

    private Bytes() {}

    /** Hexadecimal digits in any grouping; {@code 'text'} stands for its ASCII bytes. */
    static byte[] hex(String... lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] parts = String.join(" ", lines).split("'", -1);
        for (int i = 0; i < parts.length; i++) {
            out.writeBytes(
                    i % 2 == 0
                            ? HexFormat.of().parseHex(parts[i].replace(" ", ""))
                            : parts[i].getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

    static Dataset read(byte[] bytes, TransferSyntax syntax) throws IOException {
        return read(bytes, syntax, ReadLimits.DEFAULT);
    }

    static Dataset read(byte[] bytes, TransferSyntax syntax, ReadLimits limits) throws IOException {
        try (DatasetReader reader =
                new DatasetReader(new ByteArrayInputStream(bytes), syntax, limits)) {
            return reader.read();
        }
    }

    static byte[] write(Dataset dataset, TransferSyntax syntax, LengthForm form)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DatasetWriter(syntax, form).write(dataset, out);
        return out.toByteArray();
    }
}
