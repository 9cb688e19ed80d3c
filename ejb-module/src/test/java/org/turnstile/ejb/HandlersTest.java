/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.turnstile.api.Status;
import org.turnstile.ejb.verification.VerificationService;

class HandlersTest {

    @Test
    void whoeverIsLetInMayVerify() {
        assertThat(new VerificationService().verify()).isEqualTo(Status.SUCCESS);
    }
}
