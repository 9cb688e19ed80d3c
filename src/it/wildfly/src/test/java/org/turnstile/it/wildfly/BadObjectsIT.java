/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.turnstile.it.scenarios.Home.MODALITY;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.ImplicitBytes;
import org.turnstile.it.scenarios.Line;
import org.turnstile.it.scenarios.Peer;
import org.turnstile.testkit.dicom.DimseBytes;
import org.turnstile.testkit.dicom.ResponseBytes;
import org.turnstile.testkit.dicom.Uids;

/** Objects that are not what they say: refused, nothing kept, and the association goes on. */
@ArquillianTest
@RunAsClient
class BadObjectsIT {

    private static final int SUCCESS = 0x0000;
    private static final int MISMATCH = 0xA900;
    private static final int CANNOT_UNDERSTAND = 0xC000;
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final String MR_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.4";
    private static final int DEEP = 10_000;
    private static final int BOMB_BYTES = 300_000_000;

    private final Home home = new Home(Server.main().home());
    private final CtObject object = CtObject.create();
    private List<Path> before;

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void lookAtTheHome() throws IOException {
        before = filesOfHome();
    }

    @Test
    void anotherSopClassThanTheCommandSays() throws IOException {
        byte[] dataSet = object.dataSet(MR_IMAGE_STORAGE);
        assertThat(refused(object.sopInstance(), dataSet)).isEqualTo(MISMATCH);
    }

    @Test
    void anotherInstanceThanTheCommandSays() throws IOException {
        assertThat(refused(CtObject.uid(), object.dataSet())).isGreaterThanOrEqualTo(MISMATCH);
    }

    @Test
    void anotherTransferSyntaxThanAgreed() throws IOException {
        try (Line line = Peer.of(home.port()).as(MODALITY).open(Uids.EXPLICIT_VR_LE)) {
            ResponseBytes response =
                    line.store(Uids.CT_IMAGE_STORAGE, object.sopInstance(), object.dataSet());
            assertThat(response.status()).isGreaterThanOrEqualTo(MISMATCH);
            assertThat(line.echo()).isEqualTo(SUCCESS);
        }
        assertNothingKept();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../../../tmp/evil",
                "..",
                "1.2/../../3",
                "/etc/passwd",
                "C:\\x",
                "1.2.3:4",
                "con",
                "1..2",
                "1.2.3 4",
                "%2e%2e%2f1",
                "1.2.'--",
                "1234567890.1234567890.1234567890.1234567890.1234567890.1234567890"
            })
    void aUidThatIsNone(String uid) throws IOException {
        byte[] inSeries = object.in(object.study(), uid).dataSet();
        assertThat(refused(object.sopInstance(), inSeries)).isEqualTo(CANNOT_UNDERSTAND);
        byte[] inStudy = object.in(uid, object.series()).dataSet();
        assertThat(refused(object.sopInstance(), inStudy)).isEqualTo(CANNOT_UNDERSTAND);
        byte[] inInstance = head(Uids.CT_IMAGE_STORAGE, uid).toBytes();
        assertThat(refused(object.sopInstance(), inInstance)).isEqualTo(CANNOT_UNDERSTAND);
    }

    static Stream<Arguments> lies() {
        CtObject object = CtObject.create();
        return Stream.of(
                Arguments.of("a value longer than the rest", lying(object, 0x7FFF_FFF0)),
                Arguments.of("a value of nearly 4 GB", lying(object, 0xFFFF_FFF0)),
                Arguments.of("a text of undefined length", lying(object, 0xFFFF_FFFF)),
                Arguments.of(
                        "half an element",
                        new ImplicitBytes().header(0x00080016, 26).text(0x41424344, "").toBytes()),
                Arguments.of("no element at all", new byte[0]),
                Arguments.of(
                        "no DICOM", "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(
                        "an item that ends behind its sequence",
                        head(Uids.CT_IMAGE_STORAGE, object.sopInstance())
                                .header(0x00081140, 16) // Referenced Image Sequence
                                .header(0xFFFEE000, 0x1000) // Item
                                .header(0x00081150, 0)
                                .toBytes()));
    }

    private static byte[] lying(CtObject object, int length) {
        return head(Uids.CT_IMAGE_STORAGE, object.sopInstance())
                .header(0x00080080, length) // Institution Name
                .toBytes();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void lengthsThatLie(String what, byte[] dataSet) throws IOException {
        assertThat(refused(object.sopInstance(), dataSet)).as(what).isEqualTo(CANNOT_UNDERSTAND);
    }

    @Test
    void sequencesOfGreatDepth() throws IOException {
        byte[] dataSet =
                head(Uids.CT_IMAGE_STORAGE, object.sopInstance())
                        .nested(0x00081140, DEEP) // Referenced Image Sequence
                        .toBytes();
        assertThat(refused(object.sopInstance(), dataSet)).isEqualTo(CANNOT_UNDERSTAND);
    }

    @Test
    void aDeflateBomb() throws IOException {
        try (Line line = Peer.of(home.port()).as(MODALITY).open(DEFLATED)) {
            ResponseBytes response =
                    line.store(Uids.CT_IMAGE_STORAGE, object.sopInstance(), bomb(BOMB_BYTES));
            assertThat(response.status()).isEqualTo(CANNOT_UNDERSTAND);
            assertThat(line.echo()).isEqualTo(SUCCESS);
        }
        assertNothingKept();
    }

    /** (0009,1010) of very many zeros, in Explicit VR Little Endian, deflated. */
    private static byte[] bomb(int bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, 1 << 16)) {
            deflated.write(new byte[] {0x09, 0x00, 0x10, 0x10, 'U', 'N', 0, 0});
            for (int shift = 0; shift < 32; shift += 8) {
                deflated.write(bytes >>> shift);
            }
            byte[] zeros = new byte[1_000_000];
            for (int written = 0; written < bytes; written += zeros.length) {
                deflated.write(zeros);
            }
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    @Test
    void aFragmentThatIsLongerThanItsPduEndsTheAssociation() throws IOException {
        try (Line line = Peer.of(home.port()).as(MODALITY).open(Uids.IMPLICIT_VR_LE)) {
            byte[] command = DimseBytes.storeRq(1, Uids.CT_IMAGE_STORAGE, object.sopInstance());
            line.raw().send(DimseBytes.command(1, command));
            // P-DATA-TF of 10 bytes, whose one value claims 65,536
            line.raw().send("04 00 00 00 00 0A 00 01 00 00 01 02 08 00 16 00");
            assertThat(line.raw().readPdu().type()).isEqualTo(0x07);
        }
        // the abort leaves before the handler has heard of it
        await().untilAsserted(() -> assertThat(home.spool()).isEmpty());
        assertNothingKept();
    }

    @Test
    void anAssociationLostInTheMiddleOfAnObject() throws IOException {
        try (Line line = Peer.of(home.port()).as(MODALITY).open(Uids.IMPLICIT_VR_LE)) {
            byte[] command = DimseBytes.storeRq(1, Uids.CT_IMAGE_STORAGE, object.sopInstance());
            line.raw().send(DimseBytes.command(1, command));
            line.raw().send(DimseBytes.pDataTf(1, 0, object.with(new byte[8192]).dataSet()));
            line.raw().reset();
        }
        await().untilAsserted(() -> assertThat(home.spool()).isEmpty());
        assertNothingKept();
    }

    private static ImplicitBytes head(String sopClass, String sopInstance) {
        return new ImplicitBytes()
                .uid(0x00080016, sopClass) // SOP Class UID
                .uid(0x00080018, sopInstance); // SOP Instance UID
    }

    /** Stores; answers the status, having seen that nothing is kept and that it goes on. */
    private int refused(String sopInstance, byte[] dataSet) throws IOException {
        try (Line line = Peer.of(home.port()).as(MODALITY).open(Uids.IMPLICIT_VR_LE)) {
            int status = line.store(Uids.CT_IMAGE_STORAGE, sopInstance, dataSet).status();
            assertThat(line.echo()).isEqualTo(SUCCESS);
            assertNothingKept();
            assertGoesOn(line);
            return status;
        }
    }

    private void assertGoesOn(Line line) throws IOException {
        CtObject good = CtObject.create();
        ResponseBytes stored =
                line.store(Uids.CT_IMAGE_STORAGE, good.sopInstance(), good.dataSet());
        assertThat(stored.status()).isEqualTo(SUCCESS);
        before = filesOfHome();
    }

    private void assertNothingKept() throws IOException {
        assertThat(filesOfHome()).containsExactlyInAnyOrderElementsOf(before);
    }

    /** All files but the database's own. */
    private List<Path> filesOfHome() throws IOException {
        try (Stream<Path> files = Files.walk(home.folder())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.folder().resolve("db")))
                    .toList();
        }
    }
}
