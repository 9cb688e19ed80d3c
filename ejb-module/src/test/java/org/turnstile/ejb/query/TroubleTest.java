/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.Association;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.access.AccessUnavailableException;
import org.turnstile.ejb.access.Visibility;
import org.turnstile.ejb.testing.Databases;

/** What is answered when something fails; and many callers at once. */
class TroubleTest {

    /** Needs nothing of what the caller sees to begin with. */
    private static final Dataset ONE =
            QueryFixture.keys(QueryLevel.STUDY).setString(Tag.StudyInstanceUID, "1.2").build();

    private static final Dataset ALL = QueryFixture.keys(QueryLevel.STUDY).build();

    private static FindOperation.Sight sight(AccessUnavailableException failure) {
        return new FindOperation.Sight() {
            @Override
            public Visibility of(Association association) throws AccessUnavailableException {
                if (failure != null) {
                    throw failure;
                }
                return null;
            }

            @Override
            public Status refused(Association association, AccessUnavailableException why) {
                return Status.NOT_AUTHORIZED;
            }
        };
    }

    private static Status find(
            AccessUnavailableException unknown, FindOperation.Pages pages, String sopClass)
            throws AssociationLostException {
        Recorder peer = new Recorder();
        Status status =
                new FindOperation(sight(unknown), pages)
                        .find(QueryFixture.request(QueryFixture.CHIEF, sopClass, true, ONE), peer);
        assertThat(peer.matches()).isEmpty();
        return status;
    }

    private static FindOperation.Pages failing(RuntimeException failure) {
        return (query, cursor) -> {
            throw failure;
        };
    }

    @Test
    void withoutRulesNothingIsReadAndTheSettingSaysWhatIsAnswered()
            throws AssociationLostException {
        FindOperation.Pages unread = failing(new IllegalStateException("read"));

        assertThat(find(new AccessUnavailableException("no rules"), unread, UID.STUDY_ROOT_FIND))
                .isEqualTo(Status.NOT_AUTHORIZED);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsOutOfResources() throws AssociationLostException {
        Status out = Status.OUT_OF_RESOURCES.withComment("Index not available");

        assertThat(find(null, failing(new EJBException("no connection")), UID.STUDY_ROOT_FIND))
                .isEqualTo(out);
        PersistenceException gone = new PersistenceException("gone");
        assertThat(find(null, failing(gone), UID.STUDY_ROOT_FIND)).isEqualTo(out);
        assertThat(find(null, failing(new EJBException(gone)), UID.STUDY_ROOT_FIND)).isEqualTo(out);
    }

    @Test
    void aFaultOfOurOwnIsNotTakenForTrouble() {
        IllegalStateException fault = new IllegalStateException();
        EJBException wrapped = new EJBException(fault);

        assertThatThrownBy(() -> find(null, failing(fault), UID.STUDY_ROOT_FIND)).isSameAs(fault);
        assertThatThrownBy(() -> find(null, failing(wrapped), UID.STUDY_ROOT_FIND))
                .isSameAs(wrapped);
    }

    @Test
    void anotherSopClassIsRefused() throws AssociationLostException {
        assertThat(find(null, failing(new IllegalStateException()), UID.VERIFICATION))
                .isEqualTo(Status.SOP_CLASS_NOT_SUPPORTED);
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatIsGoneRefusesAndOneThatIsBackAnswers(Databases databases)
            throws AssociationLostException {
        try (QueryFixture archive = new QueryFixture(databases)) {
            Entity patient = Entity.patient("P1");
            patient.study("1.1", "CT", "NORTH");
            archive.enter(patient);
            archive.database().execute("ALTER TABLE study RENAME TO away");
            try {
                Recorder peer = new Recorder();
                assertThat(archive.find(QueryFixture.studyRoot(QueryFixture.CHIEF, ALL), peer))
                        .isEqualTo(Status.NOT_AUTHORIZED);
                assertThat(peer.matches()).isEmpty();
            } finally {
                archive.database().execute("ALTER TABLE away RENAME TO study");
            }
            assertThat(archive.found(QueryFixture.studyRoot(QueryFixture.CHIEF, ALL))).hasSize(1);
        }
    }

    /** Case 142: 1,000 queries of two users on pooled threads. */
    @Test
    void callersAtTheSameTimeGetTheirOwn() throws Exception {
        String[] rules = {"user alice institution NORTH", "user bob institution SOUTH"};
        try (QueryFixture archive = new QueryFixture(Databases.H2, rules)) {
            Entity patient = Entity.patient("P1");
            for (int i = 0; i < 10; i++) {
                patient.study("1." + i, "CT", "NORTH");
                patient.study("2." + i, "CT", "SOUTH");
            }
            archive.enter(patient);
            ForkJoinPool threads = new ForkJoinPool(8);
            try {
                List<Future<List<String>>> alice = new ArrayList<>();
                List<Future<List<String>>> bob = new ArrayList<>();
                for (int i = 0; i < 500; i++) {
                    alice.add(threads.submit(studies(archive, "alice")));
                    bob.add(threads.submit(studies(archive, "bob")));
                }
                for (int i = 0; i < 500; i++) {
                    assertThat(alice.get(i).get()).hasSize(10).allMatch(u -> u.startsWith("1."));
                    assertThat(bob.get(i).get()).hasSize(10).allMatch(u -> u.startsWith("2."));
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static Callable<List<String>> studies(QueryFixture archive, String name) {
        UserIdentity caller = Callers.verified(name);
        return () ->
                archive.found(QueryFixture.studyRoot(caller, ALL)).stream()
                        .map(match -> match.getString(Tag.StudyInstanceUID).orElseThrow())
                        .toList();
    }
}
