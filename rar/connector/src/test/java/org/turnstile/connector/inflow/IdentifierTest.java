/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.UIDs;
import org.turnstile.api.data.VR;
import org.turnstile.api.io.DatasetWriter;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.dicom.dimse.DimseRequest;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.testkit.dicom.Hex;

/** Identifiers, good ones and all the others. */
class IdentifierTest {

    /** For each transfer syntax; the profile {@code fuzz} asks for more. */
    private static final int RANDOM = Integer.getInteger("turnstile.fuzz.identifiers", 50_000);

    private static final String IMPLICIT = UIDs.ImplicitVRLittleEndian;

    private static final Dataset GOOD =
            Dataset.builder()
                    .setString(Tag.QueryRetrieveLevel, "STUDY")
                    .setString(Tag.PatientID, "P1")
                    .setEmpty(Tag.StudyInstanceUID)
                    .setSequence(
                            Tag.ReferencedStudySequence,
                            Dataset.builder().setString(Tag.ReferencedSOPClassUID, "1.2").build())
                    .build();

    private static byte[] bytes(Dataset dataset, String syntax) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DatasetWriter(TransferSyntax.of(syntax)).write(dataset, bytes);
        return bytes.toByteArray();
    }

    private static DimseRequest request(String syntax, InputStream dataSet) {
        CommandSet command =
                new CommandSet(
                        CommandSet.C_FIND_RQ,
                        1,
                        Optional.of(UID.STUDY_ROOT_FIND),
                        Optional.empty(),
                        true,
                        OptionalInt.empty(),
                        Optional.empty());
        return new DimseRequest(null, command, UID.STUDY_ROOT_FIND, syntax, false, dataSet);
    }

    private static Dataset read(byte[] bytes, String syntax) throws Exception {
        return Identifier.read(request(syntax, new ByteArrayInputStream(bytes)));
    }

    private static void assertRefused(byte[] bytes, String syntax, String comment) {
        assertThatThrownBy(() -> read(bytes, syntax))
                .isInstanceOfSatisfying(
                        Identifier.RefusedException.class,
                        refused -> {
                            assertThat(refused.status().code()).isEqualTo(0xC000);
                            assertThat(refused.status().comment()).startsWith(comment);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                IMPLICIT,
                UIDs.ExplicitVRLittleEndian,
                UIDs.ExplicitVRBigEndian,
                UIDs.DeflatedExplicitVRLittleEndian
            })
    void aGoodOne_isReadInEveryTransferSyntax(String syntax) throws Exception {
        assertThat(read(bytes(GOOD, syntax), syntax)).isEqualTo(GOOD);
    }

    @Test
    void oneOfTheGreatestLength_isRead_andOneByteMoreIsNot() throws Exception {
        // (0010,4000) LT: tag and length are 8 bytes
        Dataset greatest = comments(Identifier.MAX_LENGTH - 8);
        assertThat(read(bytes(greatest, IMPLICIT), IMPLICIT)).isEqualTo(greatest);

        assertRefused(
                bytes(comments(Identifier.MAX_LENGTH - 6), IMPLICIT),
                IMPLICIT,
                "Identifier (0010,4000): length");
    }

    private static Dataset comments(int length) {
        return Dataset.builder().setBytes(Tag.PatientComments, VR.LT, new byte[length]).build();
    }

    @Test
    void oneThatInflatesToFarMoreThanItIs_isRefusedAtTheSameLimit() throws Exception {
        String deflated = UIDs.DeflatedExplicitVRLittleEndian;
        byte[] bomb = bytes(manyComments(100), deflated);
        assertThat(bomb.length).isLessThan(100_000);

        assertThatThrownBy(() -> read(bomb, deflated))
                .isInstanceOf(Identifier.RefusedException.class)
                .hasMessageContaining("C000H Identifier");
    }

    /** Each of 60,000 bytes, in private elements from (0011,1000) on. */
    private static Dataset manyComments(int count) {
        var builder = Dataset.builder().setString(0x00110010, VR.LO, "TEST");
        for (int i = 0; i < count; i++) {
            builder.setBytes(0x00111000 + i, VR.UT, new byte[60_000]);
        }
        return builder.build();
    }

    @Test
    void oneOfTooManyDataSetsInsideEachOther_isRefused() throws Exception {
        assertThat(read(bytes(nested(Identifier.MAX_DEPTH), IMPLICIT), IMPLICIT)).isNotNull();

        assertThatThrownBy(() -> read(bytes(nested(Identifier.MAX_DEPTH + 1), IMPLICIT), IMPLICIT))
                .isInstanceOf(Identifier.RefusedException.class)
                .hasMessageContaining("C000H")
                .hasMessageContaining("(0008,1110)")
                .hasMessageContaining("depth");
    }

    private static Dataset nested(int depth) {
        Dataset inner = Dataset.builder().setString(Tag.PatientID, "P1").build();
        for (int i = 1; i < depth; i++) {
            inner = Dataset.builder().setSequence(Tag.ReferencedStudySequence, inner).build();
        }
        return inner;
    }

    @Test
    void oneOfTooManyElements_isRefused() throws Exception {
        Dataset item = Dataset.builder().build();
        Dataset[] items = new Dataset[Identifier.MAX_ELEMENTS];
        Arrays.fill(items, item);
        Dataset many = Dataset.builder().setSequence(Tag.ReferencedStudySequence, items).build();

        assertThatThrownBy(() -> read(bytes(many, IMPLICIT), IMPLICIT))
                .isInstanceOf(Identifier.RefusedException.class)
                .hasMessageContaining("(0008,1110)")
                .hasMessageContaining("count");
    }

    @Test
    void onesThatLieOrEndEarly_areRefusedNamingTheElement() {
        // (0010,0020) LO says 4 bytes, 2 follow
        assertRefused("10 00 20 00 04 00 00 00 50 31", "Identifier (0010,0020): ");
        // (0010,0020) says FFFFFFF0H bytes
        assertRefused("10 00 20 00 F0 FF FF FF 50 31", "Identifier (0010,0020): value length");
        // (0010,0020), then (0010,0010)
        assertRefused("10 00 20 00 00 00 00 00 10 00 10 00 00 00 00 00", "Identifier: tag");
        // half a tag
        assertRefused("10 00 20", "Identifier: tag");
    }

    private static void assertRefused(String hex, String comment) {
        assertRefused(Hex.bytes(hex), IMPLICIT, comment);
    }

    @Test
    void oneWhoseAssociationEnds_isNotAnsweredForIt() {
        InputStream lost =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        return read(new byte[1], 0, 1);
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        throw new AssociationLostException("the connection was lost");
                    }
                };

        assertThatThrownBy(() -> Identifier.read(request(IMPLICIT, lost)))
                .isInstanceOf(AssociationLostException.class);
    }

    /** Seeded: whatever comes, it is a data set or a refusal that fits into an Error Comment. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                IMPLICIT,
                UIDs.ExplicitVRLittleEndian,
                UIDs.ExplicitVRBigEndian,
                UIDs.DeflatedExplicitVRLittleEndian
            })
    void randomChanges_areReadOrRefused(String syntax) throws Exception {
        byte[] good = bytes(GOOD, syntax);
        Random random = new Random(20261122);
        int refusals = 0;
        for (int i = 0; i < RANDOM; i++) {
            byte[] changed = Arrays.copyOf(good, 1 + random.nextInt(good.length + 20));
            for (int change = random.nextInt(4); change >= 0; change--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(changed, syntax)).isNotNull();
            } catch (Identifier.RefusedException refused) {
                refusals++;
                assertThat(refused.status().code()).isEqualTo(Status.CANNOT_UNDERSTAND.code());
                assertThat(refused.status().comment()).isNotEmpty();
            }
        }
        assertThat(refusals).isBetween(RANDOM / 50, RANDOM - 1);
    }
}
