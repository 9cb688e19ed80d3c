/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.util.Optional;

/** What is known of a user's one-time passwords. States are values: a login makes the next one. */
public sealed interface OtpState permits ChainState, HotpState, TotpState {

    /** The last use, if there was one. */
    Optional<LastUse> lastUse();
}
