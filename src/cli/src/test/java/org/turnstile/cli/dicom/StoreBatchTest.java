/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turnstile.api.io.FileMetaInformation;
import org.turnstile.cli.part10.Part10File;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.dicom.pdu.PresentationContextRq;

class StoreBatchTest {

    @Test
    void filesOfOneSopClassAndTransferSyntaxShareAContext() {
        List<StoreBatch> batches =
                StoreBatch.of(List.of(file("1", "9"), file("1", "9"), file("1", "8")));
        assertThat(batches).hasSize(1);
        assertThat(contexts(batches.get(0)))
                .containsExactly(
                        new PresentationContextRq(1, "1", List.of("9")),
                        new PresentationContextRq(3, "1", List.of("8")));
        assertThat(batches.get(0).files()).hasSize(3);
    }

    @Test
    void beyondThe128ContextsOfAnAssociationAnotherBatchBegins() {
        Stream<Part10File> different = IntStream.range(0, 128).mapToObj(i -> file("1." + i, "9"));
        List<Part10File> files =
                Stream.of(different, Stream.of(file("1.5", "9"), file("2", "9"), file("1.5", "9")))
                        .flatMap(part -> part)
                        .toList();
        List<StoreBatch> batches = StoreBatch.of(files);
        assertThat(batches).hasSize(2);
        assertThat(batches.get(0).files()).isEqualTo(files.subList(0, 129));
        assertThat(contexts(batches.get(0))).hasSize(128);
        assertThat(batches.get(1).files()).isEqualTo(files.subList(129, 131));
        assertThat(contexts(batches.get(1))).hasSize(2);
    }

    @Test
    void noFilesNeedNoAssociation() {
        assertThat(StoreBatch.of(List.of())).isEmpty();
    }

    private static List<PresentationContextRq> contexts(StoreBatch batch) {
        return batch.addTo(ConnectOptions.to("localhost", 104)).build().contexts();
    }

    private static Part10File file(String sopClass, String transferSyntax) {
        FileMetaInformation meta =
                new FileMetaInformation(sopClass, "1.2.3", transferSyntax, "1.2.4", "");
        return new Part10File(Path.of(sopClass), meta, 0);
    }
}
