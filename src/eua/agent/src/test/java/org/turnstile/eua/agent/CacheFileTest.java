/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheFileTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String REALM = "EXAMPLE.ORG";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void givenACache_thenItSaysWhoseItIsAndHowLongItsTicketLasts(int version) throws IOException {
        CacheFile cache =
                read(
                        new CacheBytes(version, REALM, "alice")
                                .ticket(NOON, REALM, "krbtgt", REALM)
                                .toBytes());
        assertThat(cache.principal()).isEqualTo("alice@EXAMPLE.ORG");
        assertThat(cache.ticketGrantingTicketEnds()).contains(NOON);
    }

    @Test
    void givenTicketsForOthersBesides_thenTheyDoNotCount() throws IOException {
        Instant later = NOON.plusSeconds(3600);
        CacheFile cache =
                read(
                        CacheBytes.ofAlice()
                                .ticket(later, "X-CACHECONF:", "krb5_ccache_conf_data", "pa_type")
                                .ticket(NOON, REALM, "krbtgt", REALM)
                                .ticket(later, REALM, "krbtgt", "OTHER.ORG")
                                .ticket(later, REALM, "dicom", "pacs")
                                .toBytes());
        assertThat(cache.ticketGrantingTicketEnds()).contains(NOON);
    }

    @Test
    void givenTheTicketTwice_thenTheLaterEndCounts() throws IOException {
        CacheFile cache =
                read(
                        CacheBytes.ofAlice()
                                .ticket(NOON, REALM, "krbtgt", REALM)
                                .ticket(NOON.minusSeconds(60), REALM, "krbtgt", REALM)
                                .toBytes());
        assertThat(cache.ticketGrantingTicketEnds()).contains(NOON);
    }

    @Test
    void givenNoTicket_thenThereIsNoEnd() throws IOException {
        assertThat(read(CacheBytes.ofAlice().toBytes()).ticketGrantingTicketEnds()).isEmpty();
    }

    @Test
    void givenAnInstanceOfAUser_thenItsComponentsAreJoined() throws IOException {
        CacheFile cache = read(new CacheBytes(4, REALM, "alice", "admin").toBytes());
        assertThat(cache.principal()).isEqualTo("alice/admin@EXAMPLE.ORG");
    }

    @Test
    void givenAnotherFile_thenItIsRefusedByItsFirstBytes() {
        assertThatThrownBy(() -> read(new byte[] {0x05, 0x02, 0, 0}))
                .isInstanceOf(IOException.class)
                .hasMessage("no credential cache: it begins with 0502H");
        assertThatThrownBy(() -> read(new byte[0])).hasMessage("cut off, after 0 bytes");
    }

    @Test
    void givenACutCache_thenEveryCutIsNoticedOrLeavesTheTicketOut() throws IOException {
        byte[] whole = CacheBytes.ofAlice().ticket(NOON, REALM, "krbtgt", REALM).toBytes();
        int head = CacheBytes.ofAlice().toBytes().length;
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            if (length == head) {
                assertThat(read(cut).ticketGrantingTicketEnds()).isEmpty();
            } else {
                assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void givenLengthsThatDoNotFit_thenNothingIsAllocatedForThem() {
        byte[] bytes = CacheBytes.ofAlice().toBytes();
        // behind version and header: name type, then the number of components
        int components = 2 + 2 + 12 + 4;
        Arrays.fill(bytes, components, components + 4, (byte) 0xFF);
        assertThatThrownBy(() -> read(bytes)).hasMessage("a principal of 4294967295 components");
        byte[] realm = CacheBytes.ofAlice().toBytes();
        Arrays.fill(realm, components + 4, components + 8, (byte) 0xFF);
        assertThatThrownBy(() -> read(realm))
                .hasMessageStartingWith("a length of 4294967295 where");
    }

    @Test
    void givenDamagedBytes_thenNothingButAnIOExceptionComes() {
        Random random = new Random(20261122);
        byte[] whole = CacheBytes.ofAlice().ticket(NOON, REALM, "krbtgt", REALM).toBytes();
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                CacheFile.read(ByteBuffer.wrap(damaged));
            } catch (IOException | BufferUnderflowException e) {
                refused++; // the second becomes the first where the file is read
            }
        }
        assertThat(refused).isBetween(1000, 19_999);
    }

    @Test
    void givenMoreBytesThanACacheHas_thenTheyAreNotRead() {
        assertThatThrownBy(() -> read(new byte[CacheFile.MOST_BYTES + 1]))
                .hasMessage("more than 4194304 bytes");
    }

    private CacheFile read(byte[] bytes) throws IOException {
        return CacheFile.read(Files.write(folder.resolve("cache"), bytes));
    }
}
