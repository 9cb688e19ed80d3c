/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.Pdu;

/** The benchmarks do what they say. */
class PduBenchmarkTest {

    private final PduBenchmark benchmark = new PduBenchmark();

    @BeforeEach
    void prepare() {
        benchmark.prepare();
    }

    @AfterEach
    void end() {
        benchmark.end();
    }

    @Test
    void decodesTheRequestEachTime() {
        for (int i = 0; i < 3; i++) {
            Pdu pdu = benchmark.decodeAssociateRq();

            assertThat(pdu).isInstanceOf(AAssociateRq.class);
            assertThat(((AAssociateRq) pdu).userInformation().userIdentityRq()).isPresent();
        }
    }

    @Test
    void encodesTheWholeRequest() {
        assertThat(benchmark.encodeAssociateRq()).isEqualTo(benchmark.encodeAssociateRq());
        assertThat(benchmark.encodeAssociateRq()).isGreaterThan(150);
    }

    @Test
    void decodesAndEncodesSixteenKibibytesEachTime() {
        for (int i = 0; i < 3; i++) {
            assertThat(benchmark.decodeData()).isEqualTo(16 * 1024);
            assertThat(benchmark.encodeData()).isEqualTo(16 * 1024 + 12);
        }
    }
}
