/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Parse, write, parse: equal. In the build it runs over the inputs in the resources; with {@code
 * JAZZER_FUZZ=1} in the environment and {@code -Djazzer.hooks=true} it looks for new ones.
 */
class PduDecoderFuzzTest {

    private static final PduLimits LIMITS = new PduLimits(65536, 65536, 128, 256);

    @FuzzTest(maxDuration = "60s")
    void parsesOrRefuses(byte[] bytes) {
        new PduCheck(LIMITS).check(bytes);
    }
}
