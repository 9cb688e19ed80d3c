/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.nio.charset.StandardCharsets;
import org.turnstile.dicom.pdu.UserIdentityRq;

/**
 * A user name that nothing proves (type 1, PS3.7 §D.3.3.7), with positive response requested.
 *
 * @param name as it is to be sent, in UTF-8
 */
public record BareName(String name) implements User {

    private static final int USERNAME = 1;

    @Override
    public UserIdentityRq identity() {
        return new UserIdentityRq(
                USERNAME, true, name.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }
}
