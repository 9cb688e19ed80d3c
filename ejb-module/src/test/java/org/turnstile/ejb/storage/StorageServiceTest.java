/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;

class StorageServiceTest {

    @Test
    void storingDemandsThePermission() {
        assertThat(StorageService.class.getAnnotation(RolesAllowed.class).value())
                .containsExactly("dicom-store");
    }
}
