/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnstile.api.UID;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.UIDs;
import org.turnstile.api.io.DatasetReader;
import org.turnstile.api.io.DatasetWriter;
import org.turnstile.api.io.FileMetaInformation;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.testkit.peer.Peers;

class DemoImageTest {

    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    @TempDir private Path folder;

    static Stream<DemoImage> images() {
        return DemoStudies.all().stream().flatMap(study -> DemoImage.of(study).stream());
    }

    /** The first image of each patient. */
    static Stream<DemoImage> patients() {
        return DemoPatient.all().stream()
                .map(
                        patient ->
                                images().filter(image -> image.study().patient().equals(patient))
                                        .findFirst()
                                        .orElseThrow());
    }

    @Test
    void uidsAreValidAndNoTwoObjectsShareOne() {
        List<String> uids = images().map(DemoImage::sopInstance).toList();
        assertThat(uids).doesNotHaveDuplicates().allMatch(UID::isValid);
        assertThat(images().map(image -> text(image, Tag.SeriesInstanceUID)).distinct())
                .hasSize(DemoStudies.all().stream().mapToInt(study -> study.series().size()).sum());
        assertThat(images().map(image -> text(image, Tag.StudyInstanceUID)).distinct())
                .hasSameSizeAs(DemoStudies.all());
    }

    @Test
    void everyStartMakesTheSameObjects() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (DemoImage image : images().toList()) {
            digest.update(bytes(image));
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .as("other content under the same UIDs is refused: raise DemoUid.EDITION")
                .isEqualTo("b186cac98dd49d78d57fc699e9ad486c4cfaf5b0917fa454ed61370f7d313f51");
    }

    @ParameterizedTest
    @MethodSource("patients")
    void namesAndDescriptionsAreReadAsTheyWereWritten(DemoImage image) throws IOException {
        byte[] bytes = bytes(image);
        Dataset read = new DatasetReader(new ByteArrayInputStream(bytes), SYNTAX).read();
        assertThat(read).isEqualTo(image.dataset());
        DemoPatient patient = image.study().patient();
        assertThat(read.getStrings(Tag.SpecificCharacterSet)).isEqualTo(patient.characterSet());
        assertThat(read.getString(Tag.PatientName)).contains(patient.name());
        assertThat(read.getString(Tag.StudyDescription)).contains(image.study().description());
    }

    @Test
    void theJapaneseNameIsInTheCodeThatJapaneseMailIsWrittenIn() {
        DemoImage image = patients().filter(DemoImageTest::isJapanese).findFirst().orElseThrow();
        byte[] name = image.dataset().getBytes(Tag.PatientName);
        // ESC 02/04 04/02 designates JIS X 0208, ESC 02/08 04/02 ASCII, before ^ and = at the
        // latest
        assertThat(new String(name, StandardCharsets.US_ASCII))
                .startsWith("Yamada^Hanako=\u001b$B")
                .contains("\u001b(B^\u001b$B")
                .contains("\u001b(B=\u001b$B");
        assertThat(new String(name, Charset.forName("ISO-2022-JP")).stripTrailing())
                .isEqualTo(image.study().patient().name());
    }

    @ParameterizedTest
    @MethodSource("images")
    void theObjectSaysWhatItIs(DemoImage image) {
        Dataset dataset = image.dataset();
        DemoSeries series = image.study().series().get(image.seriesNumber() - 1);
        assertThat(dataset.getString(Tag.SOPClassUID)).contains(image.sopClass());
        assertThat(dataset.getString(Tag.SOPInstanceUID)).contains(image.sopInstance());
        assertThat(dataset.getString(Tag.Modality)).contains(series.modality());
        assertThat(image.sopClass())
                .isEqualTo(
                        series.modality().equals("CT") ? UIDs.CTImageStorage : UIDs.MRImageStorage);
        assertThat(dataset.getString(Tag.InstitutionName)).contains(series.institution());
        assertThat(dataset.getString(Tag.PatientID)).contains(image.study().patient().id());
    }

    @ParameterizedTest
    @MethodSource("images")
    void thePixelsFillTheImageAndItsBits(DemoImage image) {
        Dataset dataset = image.dataset();
        byte[] pixels = dataset.getBytes(Tag.PixelData);
        long rows = dataset.getLong(Tag.Rows).orElseThrow();
        long columns = dataset.getLong(Tag.Columns).orElseThrow();
        assertThat(pixels.length).isEqualTo((int) (2 * rows * columns));
        for (int i = 1; i < pixels.length; i += 2) {
            assertThat(pixels[i] & 0xF0).as("bits 12 to 15 of pixel %d", i / 2).isZero();
        }
        assertThat(Arrays.copyOf(pixels, 2))
                .isNotEqualTo(Arrays.copyOfRange(pixels, pixels.length - 2, pixels.length));
    }

    /** Debian's DCMTK, built on the C library's iconv, cannot convert ISO 2022. */
    static Stream<DemoImage> patientsForDcmtk() {
        return patients().filter(image -> !isJapanese(image));
    }

    @ParameterizedTest
    @MethodSource("patientsForDcmtk")
    void dcmtkReadsTheSameName(DemoImage image) throws Exception {
        Path file = folder.resolve("image.dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            new FileMetaInformation(
                            image.sopClass(), image.sopInstance(), SYNTAX.uid(), "1.2.3", "")
                    .write(out);
            out.write(bytes(image));
        }
        Process dcmdump =
                new ProcessBuilder(
                                Peers.require("dcmdump"),
                                "--convert-to-utf8",
                                "+Un",
                                "+P",
                                "PatientName",
                                file.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(dcmdump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(dcmdump.waitFor()).as(said).isZero();
        assertThat(said).contains("[" + image.study().patient().name() + "]");
    }

    private static boolean isJapanese(DemoImage image) {
        return image.study().patient().id().equals("DEMO-2");
    }

    private static byte[] bytes(DemoImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DatasetWriter(SYNTAX).write(image.dataset(), out);
        return out.toByteArray();
    }

    private static String text(DemoImage image, int tag) {
        return Objects.requireNonNull(image.dataset().getString(tag).orElse(null));
    }
}
