/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.RADIOLOGIST;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosToken;
import org.turnstile.it.scenarios.Peer;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.Hex;
import org.turnstile.testkit.dicom.RawPdu;

/** Two servers with one service's keytab that remember requests in one PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KerberosNodesIT {

    private static final String REALM = "NODES.TURNSTILE.TEST";
    private static final String SHARED = "replayDataSource=\"java:/turnstile/datasource\"";
    private static final int RACES = 10;
    private static final int ACCEPTED = 0x02;

    private final HandmadeKey key = HandmadeKey.random("dicom/archive@" + REALM, 1);
    private Postgres postgres;
    private ArchiveServer first;
    private ArchiveServer second;

    @BeforeAll
    void startAll() throws Exception {
        Postgres.require();
        postgres = Postgres.create().orElseThrow();
        first = node("node-1");
        second = node("node-2");
    }

    private ArchiveServer node(String name) throws Exception {
        ArchiveServer node = ArchiveServer.create(name, Optional.of(postgres), "");
        HandmadeKey.write(KerberosLogin.keytab(node.home()), key);
        KerberosLogin.enter(node.home(), REALM, SHARED);
        node.start();
        return node;
    }

    @AfterAll
    void stopAll() throws Exception {
        for (ArchiveServer node : Stream.of(first, second).filter(n -> n != null).toList()) {
            node.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private byte[] request() throws IOException {
        return new HandmadeRequest(key, RADIOLOGIST).bytes();
    }

    private static Peer peer(ArchiveServer node, byte[] token) {
        return Peer.of(node.home().port()).fromElsewhere().presenting(token);
    }

    @ParameterizedTest
    @EnumSource
    void case67_whatOneNodeAcceptedIsRefusedByBothInEveryFraming(Framing framing) throws Exception {
        byte[] bytes = request();
        peer(first, KerberosToken.of(framing, bytes).encodeRequest()).accept();

        for (Framing again : Framing.values()) {
            byte[] replay = KerberosToken.of(again, bytes).encodeRequest();
            peer(second, replay).isRejected();
            peer(first, replay).isRejected();
        }
    }

    @Test
    void case67_ofOneRequestAtBothNodesAtOnceOneIsAccepted() throws Exception {
        for (int race = 0; race < RACES; race++) {
            byte[] bytes = request();
            CompletableFuture<String> there =
                    CompletableFuture.supplyAsync(() -> answer(second, bytes));

            assertThat(List.of(answer(first, bytes), there.join()))
                    .containsExactlyInAnyOrder("accepted", Hex.of(Hex.bytes(Examples.RJ121)));
        }
    }

    private static String answer(ArchiveServer node, byte[] token) {
        RawPdu answer = peer(node, token).answer();
        return answer.type() == ACCEPTED ? "accepted" : answer.hex();
    }

    @Test
    void withoutTheDatabaseNobodyComesInByTicketUntilItIsBack() throws Exception {
        byte[] bytes = request();
        postgres.stop();
        try {
            peer(first, bytes).isRejectedAsTransient();
        } finally {
            postgres.start();
        }
        peer(first, bytes).accept();
        peer(second, bytes).isRejected();
    }
}
