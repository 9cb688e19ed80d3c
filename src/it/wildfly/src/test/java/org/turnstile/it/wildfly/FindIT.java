/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.ALICE;
import static org.turnstile.it.scenarios.Home.BOB;
import static org.turnstile.it.scenarios.Home.CHIEF;
import static org.turnstile.it.scenarios.Home.MODALITY;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.it.scenarios.Answer;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.ImplicitBytes;
import org.turnstile.it.scenarios.Keys;
import org.turnstile.it.scenarios.Line;
import org.turnstile.it.scenarios.Peer;
import org.turnstile.it.scenarios.Workstation;
import org.turnstile.testkit.dicom.RawPdu;
import org.turnstile.testkit.dicom.ResponseBytes;
import org.turnstile.testkit.dicom.Uids;

/** Two patients, of whom alice may see one: whatever she asks, she learns nothing of the other. */
@ArquillianTest
@RunAsClient
class FindIT {

    private static final int SUCCESS = 0x0000;
    private static final int NOT_AUTHORIZED = 0x0124;
    private static final int MISMATCH = 0xA900;

    private final Home home = new Home(Server.main().home());
    private final int port = home.port();
    private final String group =
            UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final CtObject visible = CtObject.create().of("P1-" + group, group + "^One");
    private final CtObject hidden = CtObject.create().of("P2-" + group, group + "^Two");

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void storeBothAndGrantOne() throws IOException {
        TestedDatabase.require();
        store(visible, visible.next(), visible.nextSeries(), hidden);
        home.write("access", Home.ACCESS + "user alice patient " + visible.patientId() + "\n");
    }

    @AfterEach
    void restoreTheRules() throws IOException {
        home.write("access", Home.ACCESS);
        home.write("roles", Home.ROLES);
    }

    @Test
    void aQueryForEverythingShowsWhatIsGrantedAndNothingElse() throws IOException {
        Answer all = find(ALICE, Keys.studies().any(Keys.PATIENT_ID));
        assertThat(all.status()).isEqualTo(SUCCESS);
        assertThat(all.values(Keys.PATIENT_ID)).containsExactly(visible.patientId());
        assertThat(all.values(Keys.STUDY_UID)).containsExactly(visible.study());
    }

    @Test
    void whoeverHasNoRuleSeesNothing() throws IOException {
        Answer nothing = find(BOB, Keys.studies());
        assertThat(nothing.status()).isEqualTo(SUCCESS);
        assertThat(nothing.matches()).isEmpty();
    }

    @Test
    void whoIsGrantedAllSeesBoth() throws IOException {
        Answer both = find(CHIEF, Keys.studies().key(Keys.PATIENT_NAME, group + "*"));
        assertThat(both.values(Keys.STUDY_UID))
                .containsExactlyInAnyOrder(visible.study(), hidden.study());
    }

    @Test
    void hiddenAndAbsentAreAnsweredByTheSameBytes() {
        RawPdu ofHidden = firstAnswer(hidden.patientId());
        RawPdu ofAbsent = firstAnswer("NO-" + group);
        assertThat(ofHidden.hex()).isEqualTo(ofAbsent.hex());
        assertThat(ResponseBytes.of(ofAbsent).status()).isEqualTo(SUCCESS);
        assertThat(firstAnswer(visible.patientId()).hex()).isNotEqualTo(ofAbsent.hex());
    }

    private RawPdu firstAnswer(String patientId) {
        try (Line line = Peer.of(port).as(ALICE).open(Uids.IMPLICIT_VR_LE)) {
            return line.find(studiesOf(patientId));
        }
    }

    private static byte[] studiesOf(String patientId) {
        return new ImplicitBytes()
                .text(Keys.QUERY_RETRIEVE_LEVEL, "STUDY")
                .text(Keys.PATIENT_ID, patientId)
                .uid(Keys.STUDY_UID, "")
                .toBytes();
    }

    @Test
    void wildcardsAndListsComeAfterTheFilter() throws IOException {
        Answer byName = find(ALICE, Keys.studies().key(Keys.PATIENT_NAME, "*"));
        assertThat(byName.values(Keys.STUDY_UID)).containsExactly(visible.study());
        Answer byList =
                find(ALICE, Keys.studies().key(Keys.STUDY_UID, visible.study(), hidden.study()));
        assertThat(byList.values(Keys.STUDY_UID)).containsExactly(visible.study());
    }

    @Test
    void relatedNumbersCountVisibleObjectsOnly() throws IOException {
        CtObject north = CtObject.create().of(visible.patientId(), "N").at("NORTH");
        store(north, north.next());
        home.write(
                "access",
                Home.ACCESS
                        + "user alice patient %s, institution NORTH\n"
                                .formatted(visible.patientId()));
        Keys counts =
                Keys.patients()
                        .key(Keys.PATIENT_ID, visible.patientId())
                        .any(Keys.PATIENT_STUDIES)
                        .any(Keys.PATIENT_SERIES)
                        .any(Keys.PATIENT_INSTANCES);
        assertThat(counted(ALICE, counts)).isEqualTo("1 1 2");
        assertThat(counted(CHIEF, counts)).isEqualTo("2 3 5");
    }

    private String counted(String user, Keys keys) throws IOException {
        try (Workstation workstation = Workstation.of(port, user)) {
            Answer answer = workstation.find(Workstation.PATIENT_ROOT, keys);
            assertThat(answer.matches()).hasSize(1);
            return String.join(
                    " ",
                    answer.values(Keys.PATIENT_STUDIES).get(0),
                    answer.values(Keys.PATIENT_SERIES).get(0),
                    answer.values(Keys.PATIENT_INSTANCES).get(0));
        }
    }

    @Test
    void relationalQueriesReachNothingHidden() throws IOException {
        try (Workstation alice = Workstation.relational(port, ALICE)) {
            assertThat(alice.find(Keys.series()).values(Keys.SERIES_UID)).hasSize(2);
            assertThat(alice.find(Keys.instances()).values(Keys.SOP_INSTANCE_UID)).hasSize(3);
            Keys byUid = Keys.instances().key(Keys.SOP_INSTANCE_UID, hidden.sopInstance());
            assertThat(alice.find(byUid)).isEqualTo(nothing());
            Keys byPatient = Keys.series().key(Keys.PATIENT_ID, hidden.patientId());
            assertThat(alice.find(byPatient)).isEqualTo(nothing());
        }
    }

    @Test
    void withoutRelationalQueriesTheLevelsAboveAreNamed() throws IOException {
        assertThat(find(ALICE, Keys.series()).status()).isEqualTo(MISMATCH);
        Answer named = find(ALICE, Keys.series().key(Keys.STUDY_UID, visible.study()));
        assertThat(named.values(Keys.SERIES_UID)).hasSize(2);
        assertThat(find(ALICE, Keys.series().key(Keys.STUDY_UID, hidden.study())))
                .isEqualTo(nothing());
    }

    private static Answer nothing() {
        return new Answer(SUCCESS, List.of());
    }

    @Test
    void whoMayNotFindGetsNoIdentifier() {
        try (Line line = Peer.of(port).as(MODALITY).open(Uids.IMPLICIT_VR_LE)) {
            ResponseBytes refused = ResponseBytes.of(line.find(studiesOf(visible.patientId())));
            assertThat(refused.status()).isEqualTo(NOT_AUTHORIZED);
            assertThat(refused.us(0x0800)).isEqualTo(0x0101); // no data set follows
            assertThat(line.echo()).isEqualTo(SUCCESS);
        }
    }

    @Test
    void aRuleTakenAwayCountsAtTheNextOperationOfTheSameAssociation() throws IOException {
        try (Workstation alice = Workstation.of(port, ALICE)) {
            assertThat(alice.find(Keys.studies()).matches()).hasSize(1);
            home.write("access", Home.ACCESS);
            assertThat(alice.find(Keys.studies()).matches()).isEmpty();
            home.write("access", Home.ACCESS + "role ward patient " + hidden.patientId() + "\n");
            assertThat(alice.find(Keys.studies()).values(Keys.STUDY_UID))
                    .containsExactly(hidden.study());
        }
    }

    @Test
    void aRoleBelongsToTheLogin() throws IOException {
        home.write("access", Home.ACCESS + "role ward patient " + visible.patientId() + "\n");
        try (Workstation before = Workstation.of(port, ALICE)) {
            home.write("roles", Home.ROLES.replace("ward = user:alice", "ward = user:bob"));
            assertThat(before.find(Keys.studies()).matches()).hasSize(1);
        }
        assertThat(find(ALICE, Keys.studies()).matches()).isEmpty();
        assertThat(find(BOB, Keys.studies()).matches()).hasSize(1);
    }

    private Answer find(String user, Keys keys) throws IOException {
        try (Workstation workstation = Workstation.of(port, user)) {
            return workstation.find(keys);
        }
    }

    private void store(CtObject... objects) throws IOException {
        try (Workstation modality = Workstation.of(port, MODALITY)) {
            for (CtObject object : objects) {
                assertThat(modality.store(object)).isEqualTo(SUCCESS);
            }
        }
    }
}
