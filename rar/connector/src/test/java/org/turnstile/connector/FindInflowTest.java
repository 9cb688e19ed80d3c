/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.ejb.EJBAccessException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.FindRequest;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.UIDs;
import org.turnstile.api.io.DatasetWriter;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.dicom.AcceptBytes;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.Hex;
import org.turnstile.testkit.dicom.Uids;

/** How a query reaches the application, as whom, and what becomes of one that may not be asked. */
class FindInflowTest {

    private static final String FIND_HEX =
            Hex.of(UID.STUDY_ROOT_FIND.getBytes(StandardCharsets.US_ASCII));

    /** 56H of 32 bytes: UID length 27, Study Root FIND, relational queries 1, two other options. */
    private static final String RELATIONAL = "56 00 00 20 00 1B " + FIND_HEX + " 01 01 01";

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(
                    home ->
                            home.listener("ECHO", "anonymousEcho = true")
                                    .listener("OPTIONAL", "userIdentity = OPTIONAL")
                                    .add("turnstile.properties", "archive.pageSize = 200")
                                    .add("turnstile.properties", "archive.x.y: a = b"));

    private FindPeer alice(String... subItems) {
        String[] all = new String[subItems.length + 1];
        all[0] = Examples.ALICE1;
        System.arraycopy(subItems, 0, all, 1, subItems.length);
        return accepted(FindPeer.rq(Uids.IMPLICIT_VR_LE, all));
    }

    private FindPeer accepted(AssociateRqBytes rq) {
        var peer = adapter.associate(rq);
        assertThat(peer.expectAccept().contextResults()).containsEntry(FindPeer.CONTEXT, 0);
        return new FindPeer(peer);
    }

    private static Dataset patient(String id) {
        return Dataset.builder()
                .setString(Tag.QueryRetrieveLevel, "PATIENT")
                .setString(Tag.PatientID, id)
                .build();
    }

    private static byte[] bytes(Dataset dataset, TransferSyntax syntax) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new DatasetWriter(syntax).write(dataset, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(Dataset dataset) {
        return bytes(dataset, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    }

    private long answered(String listener, String answer) {
        return adapter.management().listener(listener).getRequests().getOrDefault(answer, 0L);
    }

    @Test
    void query_reachesTheHandlerAsTheUserAndItsMatchesReachThePeer() {
        adapter.find()
                .handling(
                        (request, responder) -> {
                            responder.pending(patient("P1"));
                            responder.pendingWithWarning(patient("P2"));
                            return Status.SUCCESS;
                        });
        FindPeer peer = alice().query(7, bytes(patient("P*")));

        FindPeer.Response first = peer.next();
        assertThat(first.status()).isEqualTo(0xFF00);
        assertThat(first.command().messageId()).isEqualTo(7);
        assertThat(first.identifier().orElseThrow().array()).contains(bytes(patient("P1")));
        assertThat(peer.next().status()).isEqualTo(0xFF01);
        FindPeer.Response last = peer.next();
        assertThat(last.status()).isZero();
        assertThat(last.command().affectedSopClass()).contains(UID.STUDY_ROOT_FIND);
        FindEndpoint.Call call = adapter.find().last();
        assertThat(call.caller().name()).isEqualTo("alice");
        FindRequest request = call.request();
        assertThat(request.identifier()).isEqualTo(patient("P*"));
        assertThat(request.sopClass()).isEqualTo(UID.STUDY_ROOT_FIND);
        assertThat(request.transferSyntax()).isEqualTo(Uids.IMPLICIT_VR_LE);
        assertThat(request.association().identity().name()).isEqualTo("alice");
        assertThat(request.relational()).isFalse();
        assertThat(answered(Home.DEFAULT, "C-FIND 0000H")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UIDs.ExplicitVRLittleEndian,
                UIDs.ExplicitVRBigEndian,
                UIDs.DeflatedExplicitVRLittleEndian
            })
    void query_isReadInItsTransferSyntax(String syntax) {
        FindPeer peer = accepted(FindPeer.rq(syntax, Examples.ALICE1));

        peer.query(1, bytes(patient("P1"), TransferSyntax.of(syntax)));

        assertThat(peer.next().status()).isZero();
        assertThat(adapter.find().last().request().identifier()).isEqualTo(patient("P1"));
    }

    @Test
    void queryInATransferSyntaxForImages_contextIsRefused() {
        AcceptBytes accept =
                adapter.associate(FindPeer.rq(UIDs.JPEGBaseline8Bit, Examples.ALICE1))
                        .expectAccept();

        assertThat(accept.contextResults()).containsEntry(FindPeer.CONTEXT, 4);
    }

    @Test
    void relationalQueriesAskedFor_grantedAloneAndKnownToTheHandler() {
        FindPeer peer =
                new FindPeer(
                        adapter.associate(
                                FindPeer.rq(Uids.IMPLICIT_VR_LE, RELATIONAL, Examples.ALICE1)));

        assertThat(peer.peer().expectAccept().subItems(0x56))
                .containsExactly("56 00 00 20 00 1B " + FIND_HEX + " 01 00 00");
        assertThat(peer.query(1, bytes(patient("P1"))).next().status()).isZero();
        assertThat(adapter.find().last().request().relational()).isTrue();
    }

    @Test
    void optionsOfAnotherSopClass_notAnswered() {
        String verification = Hex.of(Uids.VERIFICATION.getBytes(StandardCharsets.US_ASCII));
        AcceptBytes accept =
                adapter.associate(
                                FindPeer.rq(
                                        Uids.IMPLICIT_VR_LE,
                                        "56 00 00 14 00 11 " + verification + " 01",
                                        Examples.ALICE1))
                        .expectAccept();

        assertThat(accept.subItems(0x56)).isEmpty();
    }

    @Test
    void case139_callerWithoutPermission_notAuthorizedWithoutIdentifier() {
        adapter.find()
                .handling(
                        (request, responder) -> {
                            throw new EJBAccessException("dicom-find");
                        });
        FindPeer peer = alice();

        FindPeer.Response response = peer.query(1, bytes(patient("P1"))).next();

        assertThat(response.status()).isEqualTo(0x0124);
        assertThat(response.command().hasDataSet()).isFalse();
        assertThat(response.command().errorComment()).isEmpty();
        assertThat(adapter.log().entries(1021))
                .singleElement()
                .asString()
                .contains("C-FIND refused to alice");
        assertThat(answered(Home.DEFAULT, "C-FIND 0124H")).isEqualTo(1);
        assertThat(adapter.caller(peer.peer()).name()).isEqualTo("alice");
    }

    @Test
    void nobodyUnderAnonymousEcho_notAuthorizedAndTheHandlerIsNotCalled() {
        AssociateRqBytes rq =
                AssociateRqBytes.verification()
                        .called("ECHO")
                        .context(FindPeer.CONTEXT, UID.STUDY_ROOT_FIND, Uids.IMPLICIT_VR_LE);
        FindPeer peer = accepted(rq);

        assertThat(peer.query(1, bytes(patient("P1"))).next().status()).isEqualTo(0x0124);
        assertThat(peer.queryWithoutIdentifier(2).next().status()).isEqualTo(0x0124);

        assertThat(adapter.find().calls()).isEmpty();
        assertThat(adapter.log().entries(1021)).hasSize(2);
        assertThat(answered("ECHO", "C-FIND 0124H")).isEqualTo(2);
    }

    @Test
    void nobodyWhereANameIsRequired_theAssociationIsRefused() {
        adapter.associate(FindPeer.rq(Uids.IMPLICIT_VR_LE)).expect(Examples.RJ121);
    }

    @Test
    void nobodyWhereANameIsOptional_isTheContainersAnonymous() {
        FindPeer peer = accepted(FindPeer.rq(Uids.IMPLICIT_VR_LE).called("OPTIONAL"));

        assertThat(peer.query(1, bytes(patient("P1"))).next().status()).isZero();
        assertThat(adapter.find().last().caller()).isEqualTo(Caller.ANONYMOUS);
    }

    @Test
    void queryWithoutIdentifier_dataSetMismatchAndTheHandlerIsNotCalled() {
        FindPeer.Response response = alice().queryWithoutIdentifier(1).next();

        assertThat(response.status()).isEqualTo(0xA900);
        assertThat(response.command().errorComment()).contains("Identifier: missing");
        assertThat(adapter.find().calls()).isEmpty();
        assertThat(adapter.log().entries(1026)).singleElement().asString().contains("A900H");
    }

    @Test
    void identifierThatCannotBeRead_isNamedWithoutItsValueAndTheAssociationGoesOn() {
        FindPeer peer = alice();
        // (0010,0010) says 64 bytes, and 8 follow: "SECRET^A"
        byte[] cut = Hex.bytes("10 00 10 00 40 00 00 00 53 45 43 52 45 54 5E 41");

        FindPeer.Response response = peer.query(1, cut).next();

        assertThat(response.status()).isEqualTo(0xC000);
        assertThat(response.command().errorComment().orElseThrow())
                .startsWith("Identifier (0010,0010): ")
                .doesNotContain("SECRET");
        assertThat(adapter.log().entries(1026).toString()).doesNotContain("SECRET");
        assertThat(adapter.find().calls()).isEmpty();
        assertThat(peer.query(2, bytes(patient("P1"))).next().status()).isZero();
    }

    @Test
    void identifierOfManyMegabytes_refusedAtItsLimitAndTheAssociationGoesOn() {
        FindPeer peer = alice();
        // (0010,4000) LT, 64 MiB of which follow
        byte[] huge = new byte[8 + (64 << 20)];
        System.arraycopy(Hex.bytes("10 00 00 40 00 00 00 04"), 0, huge, 0, 8);

        FindPeer.Response response = peer.query(1, huge).next();

        assertThat(response.status()).isEqualTo(0xC000);
        assertThat(response.command().errorComment().orElseThrow()).contains("(0010,4000)");
        assertThat(peer.query(2, bytes(patient("P1"))).next().status()).isZero();
    }

    @Test
    void cancel_isSeenByTheHandlerAndTheStatusIsItsOwn() {
        adapter.find()
                .handling(
                        (request, responder) -> {
                            while (!responder.cancelled()) {
                                responder.pending(patient("P1"));
                            }
                            return Status.CANCELLED;
                        });
        FindPeer peer = alice().query(1, bytes(patient("P*")));
        assertThat(peer.next().status()).isEqualTo(0xFF00);

        assertThat(peer.cancel(1).last().status()).isEqualTo(0xFE00);
        await().until(() -> answered(Home.DEFAULT, "C-FIND FE00H") == 1);
    }

    @Test
    void peerThatLeaves_theHandlerLearnsItAndTheLogKeepsQuiet() {
        CompletableFuture<Exception> thrown = new CompletableFuture<>();
        adapter.find()
                .handling(
                        (request, responder) -> {
                            try {
                                while (true) {
                                    responder.pending(patient("P1"));
                                }
                            } catch (AssociationLostException e) {
                                thrown.complete(e);
                                throw e;
                            }
                        });
        FindPeer peer = alice().query(1, bytes(patient("P*")));
        assertThat(peer.next().status()).isEqualTo(0xFF00);

        peer.peer().reset();

        assertThat(thrown).succeedsWithin(Duration.ofSeconds(15));
        assertThat(adapter.log().entries(1020)).isEmpty();
    }

    @Test
    void handlerWhoseFinalStatusIsPending_processingFailure() {
        adapter.find().handling((request, responder) -> Status.PENDING);

        assertThat(alice().query(1, bytes(patient("P1"))).next().status()).isEqualTo(0x0110);
        assertThat(adapter.log().entries(1022)).singleElement().asString().contains("FF00H");
    }

    @Test
    void keysOfTheArchive_reachTheApplicationAsTheyStand() {
        AssociationsObject associations = new AssociationsObject();
        associations.setResourceAdapter(adapter.bean());

        assertThat(associations.archiveSettings())
                .isEqualTo(Map.of("archive.pageSize", "200", "archive.x.y", "a = b"));
    }
}
