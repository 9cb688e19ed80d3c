/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Set;
import javax.security.auth.Subject;
import org.turnstile.api.IdentityType;
import org.turnstile.api.StoreRequest;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.ejb.testing.OpenAssociation;

/** C-STORE requests as the adapter would give them. */
final class Requests {

    static final UserIdentity ALICE = user("alice", true);

    private Requests() {}

    static UserIdentity user(String name, boolean verified) {
        return UserIdentity.of(
                name, IdentityType.USERNAME, verified, Set.of("dicom-store"), new Subject());
    }

    /** Of an object by alice, in Explicit VR Little Endian. */
    static StoreRequest store(TestDataset object) {
        return store(object, object.bytes());
    }

    static StoreRequest store(TestDataset object, byte[] dataSet) {
        return store(ALICE, object.uid(), new ByteArrayInputStream(dataSet));
    }

    static StoreRequest store(UserIdentity user, String sopInstance, InputStream dataSet) {
        return new StoreRequest(
                new OpenAssociation(user),
                TestDataset.SECONDARY_CAPTURE,
                sopInstance,
                UID.EXPLICIT_VR_LITTLE_ENDIAN,
                dataSet);
    }
}
