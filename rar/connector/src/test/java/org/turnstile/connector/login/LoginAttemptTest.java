/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.Line;
import org.turnstile.dicom.association.AssociationRequest;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;

class LoginAttemptTest {

    @TempDir private Path folder;

    @Test
    void anAttemptIsWhatTheRequestSays() {
        UserIdentityRq identity = LoginHome.passcode("alice", "secret");
        UserInformation information = UserInformation.of(16384, "1.2.3", "PEER").with(identity);
        AAssociateRq rq =
                new AAssociateRq(
                        1,
                        "ARCHIVE",
                        "CT1",
                        "1.2.840.10008.3.1.1.1",
                        List.of(),
                        information,
                        List.of());
        AssociationRequest request =
                new AssociationRequest(
                        "a1", rq, LoginHome.PEER, LoginHome.PEER, Line.TLS, Instant.now());
        try (LoginHome home = new LoginHome(folder)) {
            assertThat(LoginAttempt.of(home.settings(), request))
                    .isEqualTo(
                            new LoginAttempt(
                                    home.settings(),
                                    "CT1",
                                    "ARCHIVE",
                                    LoginHome.PEER,
                                    Line.TLS,
                                    Optional.of(identity)));
        }
    }
}
