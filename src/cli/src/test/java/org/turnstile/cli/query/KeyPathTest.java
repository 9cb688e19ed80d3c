/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.data.Tag;

class KeyPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"PatientID", "(0010,0020)", "0010,0020"})
    void anAttributeIsNamedByKeywordOrTag(String text) {
        assertThat(KeyPath.parse(text).tags()).containsExactly(Tag.PatientID);
        assertThat(KeyPath.parse(text).label()).isEqualTo("PatientID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RequestAttributesSequence.RequestedProcedureID",
                "RequestAttributesSequence[0].RequestedProcedureID",
                "(0040,0275)[0].(0040,1001)",
                "0040,0275.0040,1001"
            })
    void anAttributeInASequenceIsNamedByItsPath(String text) {
        KeyPath path = KeyPath.parse(text);
        assertThat(path.tags())
                .containsExactly(Tag.RequestAttributesSequence, Tag.RequestedProcedureID);
        assertThat(path).hasToString("RequestAttributesSequence.RequestedProcedureID");
    }

    @Test
    void aTagThatTheDictionaryDoesNotHaveIsItsOwnName() {
        KeyPath path = KeyPath.parse("0009,10ab");
        assertThat(path.tags()).isEqualTo(List.of(0x000910AB));
        assertThat(path.label()).isEqualTo("(0009,10AB)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patientid | patientid: no such keyword; PatientID is one",
                "PatientNumber | PatientNumber: no such keyword",
                "'' | '' is neither a keyword nor a tag such as 0010,0020",
                "0010,002 | '0010,002' is neither a keyword nor a tag such as 0010,0020",
                "(0010,0020 | '(0010,0020' is neither a keyword nor a tag such as 0010,0020",
                "PatientID.PatientName | PatientID: is no sequence, nothing can stand below it",
                "RequestAttributesSequence. | '' is neither a keyword nor a tag",
                "RequestAttributesSequence[1].RequestedProcedureID"
                        + " | RequestAttributesSequence[1]: a sequence of a query has one item",
                "0000,0100 | 0000,0100: cannot be a key of a query",
                "TransferSyntaxUID | TransferSyntaxUID: cannot be a key of a query",
                "0010,0000 | 0010,0000: cannot be a key of a query",
                "FFFE,E000 | FFFE,E000: cannot be a key of a query"
            })
    void whatIsNoPathIsNamed(String text, String message) {
        assertThatThrownBy(() -> KeyPath.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
