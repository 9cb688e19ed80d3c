/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.turnstile.api.AssociationLostException;

class StorageServiceTest {

    @Test
    void anInstanceUidThatIsNoUidIsNotUnderstoodAndReachesNoPath() throws AssociationLostException {
        StorageService service = new StorageService();
        for (String uid : new String[] {"", "../../etc/passwd", "1.2/3", "1.02", "1.2\0"}) {
            assertThat(service.store(Requests.store(uid, InputStream.nullInputStream())).code())
                    .isEqualTo(0xC000);
        }
    }

    @Test
    void storingDemandsThePermission() {
        assertThat(StorageService.class.getAnnotation(RolesAllowed.class).value())
                .containsExactly("dicom-store");
    }
}
