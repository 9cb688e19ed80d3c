/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LeakGuardTest {

    @Test
    void givenABufferThatIsLost_thenTheGuardFails() {
        Logger log = Logger.getLogger(ResourceLeakDetector.class.getName());
        log.setFilter(record -> false); // it would write what it finds into the build's output
        LeakGuard guard = new LeakGuard();
        guard.beforeAll(null);
        lose();

        assertThatThrownBy(() -> guard.afterAll(null))
                .hasMessageContaining("buffers that nobody released");
        log.setFilter(null);
    }

    private static void lose() {
        PooledByteBufAllocator.DEFAULT.buffer(16).writeByte(1);
    }
}
