/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ArtimTimerTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final AtomicInteger expiries = new AtomicInteger();
    private final ArtimTimer artim =
            new ArtimTimer(Duration.ofSeconds(30), expiries::incrementAndGet);

    ArtimTimerTest() {
        channel.freezeTime();
    }

    @Test
    void givenARunningTimer_whenItsTimeIsOver_thenItExpiresOnce() {
        artim.start(channel.eventLoop());
        pass(29);
        assertThat(expiries).hasValue(0);
        pass(1);
        pass(100);

        assertThat(expiries).hasValue(1);
        assertThat(artim.runs()).isFalse();
    }

    @Test
    void givenARunningTimer_whenItIsStartedAgain_thenItHasTheFullTime() {
        artim.start(channel.eventLoop());
        pass(20);
        artim.start(channel.eventLoop());
        pass(29);
        assertThat(expiries).hasValue(0);
        pass(1);

        assertThat(expiries).hasValue(1);
    }

    @Test
    void givenAnExpiryQueuedBeforeTheStop_thenItIsDropped() {
        artim.start(channel.eventLoop());
        int stale = artim.generation();
        artim.stop();

        artim.expire(stale);

        assertThat(expiries).hasValue(0);
    }

    @Test
    void givenAnExpiryOfAnEarlierStart_thenTheRunningTimerIsNotTouched() {
        artim.start(channel.eventLoop());
        int stale = artim.generation();
        artim.start(channel.eventLoop());

        artim.expire(stale);

        assertThat(expiries).hasValue(0);
        assertThat(artim.runs()).isTrue();
    }

    private void pass(long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }
}
