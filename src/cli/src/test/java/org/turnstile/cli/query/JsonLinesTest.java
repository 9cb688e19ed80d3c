/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;
import org.turnstile.api.data.ValueException;

class JsonLinesTest {

    private final StringWriter out = new StringWriter();

    @Test
    void eachMatchIsOneLineWhateverItHolds() throws IOException {
        JsonLines lines = lines(StandardCharsets.UTF_8);
        lines.print(Dataset.builder().setString(Tag.ImageComments, "one\r\ntwo").build());
        lines.print(Dataset.EMPTY);
        lines.end();
        assertThat(out.toString())
                .isEqualTo(
                        "{\"00204000\":{\"vr\":\"LT\",\"Value\":[\"one\\u000d\\u000atwo\"]}}\n{}\n");
    }

    @Test
    void whatTheCharsetDoesNotHaveIsEscaped() throws IOException {
        Dataset match = Dataset.builder().setString(Tag.PatientID, "ü山\uD83D\uDE00").build();
        lines(StandardCharsets.UTF_8).print(match);
        assertThat(out.toString()).contains("[\"ü山\uD83D\uDE00\"]");
        lines(StandardCharsets.ISO_8859_1).print(match);
        assertThat(out.toString()).contains("[\"ü\\u5c71\\ud83d\\ude00\"]");
    }

    @Test
    void ofAMatchThatCannotBeShownNothingIsWritten() {
        Dataset wrong = Dataset.builder().setBytes(Tag.Rows, VR.US, new byte[3]).build();
        assertThatThrownBy(() -> lines(StandardCharsets.UTF_8).print(wrong))
                .isInstanceOf(ValueException.class);
        assertThat(out.toString()).isEmpty();
    }

    private JsonLines lines(Charset charset) {
        return new JsonLines(new PrintWriter(out), charset);
    }
}
