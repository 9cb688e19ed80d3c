/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turnstile.cli.part10.FileMeta;
import org.turnstile.cli.part10.Part10File;
import org.turnstile.dicom.dimse.ConnectOptions;
import org.turnstile.dicom.pdu.PresentationContextRq;

class StoreContextsTest {

    private final StringWriter err = new StringWriter();
    private final StoreReport report =
            new StoreReport(new PrintWriter(err, true), new PrintWriter(err, true), false);

    @Test
    void filesOfOneSopClassAndTransferSyntaxShareAContext() {
        StoreContexts contexts =
                new StoreContexts(List.of(file("1", "9"), file("1", "9"), file("1", "8")), report);
        ConnectOptions options = contexts.addTo(ConnectOptions.to("localhost", 104)).build();
        assertThat(options.contexts())
                .containsExactly(
                        new PresentationContextRq(1, "1", List.of("9")),
                        new PresentationContextRq(3, "1", List.of("8")));
        assertThat(contexts.files()).hasSize(3);
    }

    @Test
    void beyondThe128ContextsOfAnAssociationFilesAreNotSent() {
        List<Part10File> files =
                Stream.concat(
                                IntStream.range(0, 129).mapToObj(i -> file("1." + i, "9")),
                                Stream.of(file("1.0", "9")))
                        .toList();
        StoreContexts contexts = new StoreContexts(files, report);
        assertThat(contexts.files()).hasSize(129).doesNotContain(files.get(128));
        assertThat(contexts.addTo(ConnectOptions.to("localhost", 104)).build().contexts())
                .hasSize(128);
        assertThat(err.toString()).contains("FAILED 1.128: no presentation context is left");
        assertThat(report.allStored()).isFalse();
    }

    private static Part10File file(String sopClass, String transferSyntax) {
        FileMeta meta = new FileMeta(sopClass, "1.2.3", transferSyntax);
        return new Part10File(Path.of(sopClass), meta, 0);
    }
}
