/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.io.DatasetJson;

/** One object of the DICOM JSON Model (PS3.18 annex F) a line. */
public final class JsonLines implements MatchPrinter {

    private final PrintWriter out;
    private final CharsetEncoder encoder;

    /**
     * Onto a stream that is the caller's.
     *
     * @param charset what the stream is written in; characters that it does not have are escaped
     */
    public JsonLines(PrintWriter out, Charset charset) {
        this.out = out;
        this.encoder = charset.newEncoder();
    }

    @Override
    public void print(Dataset match) throws IOException {
        StringBuilder line = new StringBuilder();
        DatasetJson.write(match, line);
        out.append(encoder.canEncode(line) ? line : escaped(line)).append('\n').flush();
    }

    /** In JSON all characters that may need an escape stand in strings. */
    private CharSequence escaped(CharSequence line) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            escaped.append(encoder.canEncode(c) ? "" + c : String.format("\\u%04x", (int) c));
        }
        return escaped;
    }

    @Override
    public void end() {
        out.flush();
    }
}
