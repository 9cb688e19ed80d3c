/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.explain;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.FindRequest;
import org.turnstile.api.FindResponder;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.access.AccessExplanation;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;
import org.turnstile.ejb.access.AccessRules;
import org.turnstile.ejb.access.AccessUnavailableException;
import org.turnstile.ejb.access.Archived;
import org.turnstile.ejb.access.CallerRules;
import org.turnstile.ejb.access.StudyRow;
import org.turnstile.ejb.access.Visibility;
import org.turnstile.ejb.access.VisibleQueries;
import org.turnstile.ejb.testing.Databases;

class ExplainOperationTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir private Path home;
    private Archived archive;
    private EntityManager manager;
    private boolean cancelled;

    @BeforeEach
    void open() {
        archive = new Archived(Databases.H2, home);
        manager = archive.database().entityManagers().createEntityManager();
    }

    @AfterEach
    void close() {
        manager.close();
        archive.close();
    }

    @Test
    void theRuleThatShowsAStudyIsNamedWithItsLine() throws Exception {
        archive.study(StudyRow.of("1.2"))
                .access("# head", "user u all", "role r own", "user u all");

        assertThat(explained(study("u", "1.2").build()))
                .containsExactly("1.2 YES", "line 2, line 4: user u all -> ");
    }

    @Test
    void eachConditionThatIsNotMetIsNamed() throws Exception {
        archive.study(
                        StudyRow.of("1.2")
                                .patient("P", "X")
                                .institution("SOUTH")
                                .modality(null)
                                .storedBy("ct1")
                                .date("20240615"))
                .access(
                        "user u institution NORTH",
                        "user u modality CT",
                        "user u own",
                        "user u date -20240101",
                        "user u date 20250101-",
                        "user u patient P issuer X, institution NORTH, own",
                        "user u patient P",
                        "user u patient Q",
                        "role r all",
                        "user v all");

        assertThat(explained(study("u", "1.2").build()))
                .containsExactlyInAnyOrder(
                        "1.2 NO",
                        "line 1: user u institution NORTH -> institution is SOUTH",
                        "line 2: user u modality CT -> modality is not common to all series",
                        "line 3: user u own -> stored by ct1",
                        "line 4: user u date -20240101 -> study is of 20240615",
                        "line 5: user u date 20250101- -> study is of 20240615",
                        "line 6: user u patient P issuer X, institution NORTH, own -> institution"
                                + " is SOUTH; stored by ct1",
                        "2 for other patients");
    }

    @Test
    void aStudyWithoutADateOrAnOwnerSaysSo() throws Exception {
        archive.study(StudyRow.of("1.2").date(null).storedBy(null))
                .access("user u date 20240101", "user u own");

        assertThat(explained(study("u", "1.2").build()))
                .containsExactlyInAnyOrder(
                        "1.2 NO",
                        "line 1: user u date 20240101 -> study has no date",
                        "line 2: user u own -> not stored by one verified caller alone");
    }

    @Test
    void rolesAndRulesOfTheDatabaseCount() throws Exception {
        archive.study(StudyRow.of("1.2")).access("role r institution NORTH");
        DatasetBuilder asked = study("u", "1.2");
        asked.setString(tag(asked, AccessExplanation.ROLES), VR.UC, "s", "r");

        assertThat(explained(asked.build()))
                .containsExactly("1.2 YES", "line 1: role r institution NORTH -> ");
        archive.access("# none");
        archive.database()
                .execute(
                        "INSERT INTO access_rule (id, source, subject, own) VALUES (-1,"
                                + " 'DATABASE', 'r:s', FALSE)");
        assertThat(explained(asked.build())).containsExactly("1.2 YES", "database: role s all -> ");
    }

    @Test
    void allStudiesOfAPatientAreExplained() throws Exception {
        archive.study(StudyRow.of("1.2").patient("P", "X"))
                .study(StudyRow.of("1.3").patient("P", "X").institution("SOUTH"))
                .study(StudyRow.of("1.4").patient("P", ""))
                .access("user u institution NORTH");
        DatasetBuilder asked = caller("u");
        asked.setString(Tag.PatientID, "P").setString(Tag.IssuerOfPatientID, "X");

        assertThat(explained(asked.build()))
                .containsExactly(
                        "1.2 YES",
                        "line 1: user u institution NORTH -> ",
                        "1.3 NO",
                        "line 1: user u institution NORTH -> institution is SOUTH");
    }

    @Test
    void theAnonymousCallerAndAnUnverifiedNameAreTheSame() throws Exception {
        archive.study(StudyRow.of("1.2")).access("user u all", "anonymous modality CT");
        DatasetBuilder unverified = study("u", "1.2");
        unverified.setString(tag(unverified, AccessExplanation.VERIFIED), VR.CS, "NO");

        List<String> anonymous =
                explained(Dataset.builder().setString(Tag.StudyInstanceUID, "1.2").build());
        assertThat(anonymous).containsExactly("1.2 YES", "line 2: anonymous modality CT -> ");
        assertThat(explained(unverified.build())).isEqualTo(anonymous);
    }

    @Test
    void aStudyThatIsNotThereHasNoExplanation() throws Exception {
        archive.access("user u all");
        assertThat(explained(study("u", "9.9").build())).isEmpty();
    }

    @Test
    void anIdentifierThatNamesNothingOrTooMuchIsRefused() throws Exception {
        archive.access("user u all");
        for (Dataset asked :
                List.of(
                        caller("u").build(),
                        study("u", "1.2").setString(Tag.PatientID, "P").build(),
                        caller("u").setString(Tag.StudyInstanceUID, "1.2", "1.3").build())) {
            Status status = operation().explain(request(asked), new Kept());
            assertThat(status.code()).isEqualTo(Status.DATA_SET_MISMATCH.code());
            assertThat(status.comment()).isNotEmpty();
        }
    }

    @Test
    void aFaultyFileIsARefusal() throws Exception {
        archive.access("user u al");
        assertThat(operation().explain(request(study("u", "1.2").build()), new Kept()))
                .isEqualTo(Status.OUT_OF_RESOURCES);
    }

    @Test
    void aCancelIsFollowed() throws Exception {
        archive.study(StudyRow.of("1.2")).access("user u all");
        cancelled = true;
        assertThat(operation().explain(request(study("u", "1.2").build()), new Kept()))
                .isEqualTo(Status.CANCELLED);
    }

    private List<String> explained(Dataset asked) throws Exception {
        Kept kept = new Kept();
        assertThat(operation().explain(request(asked), kept)).isEqualTo(Status.SUCCESS);
        return kept.lines;
    }

    private ExplainOperation operation() {
        AccessRules rules = new AccessRules(home, archive.database().dataSource(), TIMEOUT, false);
        return new ExplainOperation(
                new ExplainOperation.Rules() {
                    @Override
                    public Visibility visibilityOf(UserIdentity caller)
                            throws AccessUnavailableException {
                        return rules.visibilityOf(caller);
                    }

                    @Override
                    public CallerRules rulesOf(UserIdentity caller, String patient, String issuer)
                            throws AccessUnavailableException {
                        return rules.rulesOf(caller, patient, issuer);
                    }

                    @Override
                    public Status refused(AccessUnavailableException why) {
                        return Status.OUT_OF_RESOURCES;
                    }
                },
                new StudyLookup(manager, TIMEOUT),
                new VisibleQueries(manager, TIMEOUT));
    }

    private static FindRequest request(Dataset identifier) {
        return new FindRequest(
                null,
                AccessExplanation.SOP_CLASS,
                false,
                UID.EXPLICIT_VR_LITTLE_ENDIAN,
                identifier);
    }

    private static DatasetBuilder study(String caller, String uid) {
        return caller(caller).setString(Tag.StudyInstanceUID, uid);
    }

    private static DatasetBuilder caller(String name) {
        DatasetBuilder asked = Dataset.builder();
        return asked.setString(tag(asked, AccessExplanation.CALLER), VR.UC, name);
    }

    private static int tag(DatasetBuilder builder, int element) {
        return builder.privateTag(AccessExplanation.CREATOR, AccessExplanation.GROUP, element);
    }

    /** Keeps the answers as lines. */
    private final class Kept implements FindResponder {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void pending(Dataset match) {
            lines.add(
                    match.getString(Tag.StudyInstanceUID).orElseThrow()
                            + " "
                            + text(match, AccessExplanation.VISIBLE));
            for (Dataset rule : match.getSequence(at(match, AccessExplanation.RULES))) {
                lines.add(
                        text(rule, AccessExplanation.PLACE)
                                + ": "
                                + text(rule, AccessExplanation.RULE)
                                + " -> "
                                + text(rule, AccessExplanation.REASON));
            }
            long others = match.getLong(at(match, AccessExplanation.OTHER_PATIENTS)).orElseThrow();
            if (others > 0) {
                lines.add(others + " for other patients");
            }
        }

        @Override
        public void pendingWithWarning(Dataset match) {
            throw new AssertionError("every key is supported");
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    private static String text(Dataset dataset, int element) {
        return dataset.getString(at(dataset, element)).orElse("");
    }

    private static int at(Dataset dataset, int element) {
        return dataset.privateTag(AccessExplanation.CREATOR, AccessExplanation.GROUP, element)
                .orElseThrow();
    }
}
