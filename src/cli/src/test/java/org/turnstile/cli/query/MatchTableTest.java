/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;
import org.turnstile.api.data.ValueException;

class MatchTableTest {

    private final StringWriter out = new StringWriter();

    @Test
    void columnsAreAsWideAsTheirLongestCell() {
        MatchTable table = table("PatientID", "PatientName", "StudyDate");
        table.print(match("1", "Doe^Jane", "20240101"));
        table.print(match("a long identifier", "", "20240102"));
        table.end();
        assertThat(lines())
                .containsExactly(
                        "PatientID          PatientName  StudyDate",
                        "---------          -----------  ---------",
                        "1                  Doe^Jane     20240101",
                        "a long identifier               20240102");
    }

    @Test
    void ideographsTakeTwoColumnsAndMarksNone() {
        MatchTable table = table("PatientName", "PatientID");
        table.print(match("1", "Yamada=山田=やまだ", ""));
        table.print(match("2", "Hong=洪=홍", ""));
        table.print(match("3", "Doe", ""));
        table.end();
        assertThat(lines())
                .contains(
                        "Yamada=山田=やまだ  1", // 6 + 1 + 4 + 1 + 6 = 18
                        "Hong=洪=홍          2", // 4 + 1 + 2 + 1 + 2 = 10
                        "Doe                 3");
        assertThat(Cells.width("e\u0301")).isEqualTo(1);
        assertThat(Cells.width("ﾔﾏﾀﾞ")).isEqualTo(4);
    }

    @Test
    void rowsBeyondTheFirstScreenfulAreNotHeldBack() {
        MatchTable table = table("PatientID");
        for (int i = 1; i < MatchTable.FIRST_ROWS; i++) {
            table.print(match("1", "", ""));
        }
        assertThat(out.toString()).isEmpty();
        table.print(match("1", "", ""));
        assertThat(lines()).hasSize(2 + MatchTable.FIRST_ROWS);
        table.print(match("a later one that is longer", "", ""));
        assertThat(lines()).last().isEqualTo("a later one that is longer");
        table.end();
        assertThat(lines()).hasSize(3 + MatchTable.FIRST_ROWS);
    }

    @Test
    void withoutMatchesThereIsNoTable() {
        table("PatientID").end();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void controlCharactersOfOthersDoNotReachTheTerminal() {
        MatchTable table = table("PatientID");
        table.print(
                Dataset.builder()
                        .setBytes(Tag.PatientID, VR.LO, new byte[] {'a', 0x1B, '[', '2', 'J', ' '})
                        .build());
        table.end();
        assertThat(out.toString()).doesNotContain("\u001b");
    }

    @Test
    void valuesOfEveryKindAreReadable() {
        DatasetBuilder match =
                Dataset.builder()
                        .setString(Tag.ModalitiesInStudy, "CT", "MR")
                        .setLong(Tag.Rows, 512)
                        .setDouble(Tag.EventTimeOffset, VR.FD, 0.5)
                        .setLong(Tag.FrameIncrementPointer, VR.AT, 0x00100020)
                        .setBytes(Tag.PixelData, VR.OW, new byte[8])
                        .setSequence(
                                Tag.RequestAttributesSequence, procedure("P1"), procedure("P2"))
                        .setSequence(Tag.ReferencedStudySequence, Dataset.EMPTY);
        MatchTable table =
                table(
                        "ModalitiesInStudy",
                        "Rows",
                        "EventTimeOffset",
                        "FrameIncrementPointer",
                        "PixelData",
                        "RequestAttributesSequence.RequestedProcedureID",
                        "RequestAttributesSequence",
                        "ReferencedStudySequence");
        table.print(match.build());
        table.end();
        assertThat(lines().get(2).split(" {2,}"))
                .containsExactly(
                        "CT\\MR",
                        "512",
                        "0.5",
                        "(0010,0020)",
                        "8 bytes",
                        "P1\\P2",
                        "2 items",
                        "1 item");
    }

    @Test
    void aMatchThatCannotBeReadLeavesNoRow() {
        MatchTable table = table("RequestAttributesSequence.RequestedProcedureID");
        Dataset wrong =
                Dataset.builder()
                        .setBytes(Tag.RequestAttributesSequence, VR.UN, new byte[2])
                        .build();
        assertThatThrownBy(() -> table.print(wrong)).isInstanceOf(ValueException.class);
        table.end();
        assertThat(out.toString()).isEmpty();
    }

    private MatchTable table(String... keys) {
        List<KeyPath> columns = Stream.of(keys).map(KeyPath::parse).toList();
        return new MatchTable(new PrintWriter(out), columns);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private static Dataset match(String id, String name, String date) {
        return Dataset.builder()
                .setString(Tag.PatientID, id)
                .setString(Tag.PatientName, name)
                .setString(Tag.StudyDate, date)
                .build();
    }

    private static Dataset procedure(String id) {
        return Dataset.builder().setString(Tag.RequestedProcedureID, id).build();
    }
}
