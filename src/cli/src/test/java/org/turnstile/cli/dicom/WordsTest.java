/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.dicom.dimse.client.AssociationRejectedException;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateRj;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, service-user",
        "1, 0, source 1",
        "2, 0, 'service-provider, reason-not-specified'",
        "2, 1, 'service-provider, unrecognized-PDU'",
        "2, 2, 'service-provider, unexpected-PDU'",
        "2, 3, 'service-provider, reason 3'",
        "2, 4, 'service-provider, unrecognized-PDU-parameter'",
        "2, 5, 'service-provider, unexpected-PDU-parameter'",
        "2, 6, 'service-provider, invalid-PDU-parameter-value'"
    })
    void anAbortIsSaidInTheStandardsWords(int source, int reason, String words) {
        assertThat(Words.of(new AAbort(source, reason))).isEqualTo(words);
    }

    @Test
    void onlyARefusalThatMayConcernTheUserSpeaksOfTheUser() {
        var refused = new AssociationRejectedException(AAssociateRj.NOT_AUTHENTICATED);
        var busy = new AssociationRejectedException(AAssociateRj.CONGESTION);
        assertThat(Words.of(refused, true)).contains("a user who is not let in");
        assertThat(Words.of(refused, false)).doesNotContain("user who");
        assertThat(Words.of(busy, true))
                .contains("rejected-transient")
                .contains("temporary-congestion")
                .doesNotContain("user who");
    }
}
