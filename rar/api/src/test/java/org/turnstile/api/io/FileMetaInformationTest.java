/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.turnstile.api.data.UIDs;

class FileMetaInformationTest {

    private static final FileMetaInformation META =
            new FileMetaInformation(
                    UIDs.CTImageStorage, "1.2.3", UIDs.ExplicitVRLittleEndian, "1.2.4", "MODALITY");

    private static byte[] written(FileMetaInformation meta) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        meta.write(out);
        return out.toByteArray();
    }

    @Test
    void whatIsWrittenIsReadAndNoByteMore() throws IOException {
        byte[] bytes = written(META);
        ByteArrayInputStream in = new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length + 10));
        assertThat(FileMetaInformation.read(in)).isEqualTo(META);
        assertThat(in.available()).isEqualTo(10);
    }

    @Test
    void anUnknownSourceIsNotWritten() throws IOException {
        FileMetaInformation meta =
                new FileMetaInformation(
                        UIDs.CTImageStorage, "1.2.3", UIDs.ImplicitVRLittleEndian, "1.2.4", "");
        assertThat(FileMetaInformation.read(new ByteArrayInputStream(written(meta))))
                .isEqualTo(meta);
        assertThat(written(meta).length).isLessThan(written(META).length);
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        byte[] bytes = written(META);
        refused(Arrays.copyOf(bytes, 100), "ends in it");
        refused(Arrays.copyOf(bytes, bytes.length - 1), "ends in it");
        byte[] prefix = bytes.clone();
        prefix[128] = 'd';
        refused(prefix, "is not DICM");
        byte[] noLength = bytes.clone();
        noLength[134] = 1;
        refused(noLength, "group length");
        byte[] longer = bytes.clone();
        longer[143] = 0x7F;
        refused(longer, "is not 0 to 65536");
    }

    private static void refused(byte[] bytes, String message) {
        assertThatThrownBy(() -> FileMetaInformation.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(message);
    }
}
