/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.turnstile.api.Association;
import org.turnstile.api.Status;
import org.turnstile.api.UserIdentity;
import org.turnstile.ejb.settings.AccessFailure;

class RefusalsTest {

    @Test
    void theSettingSaysWhatIsAnswered() {
        AccessUnavailableException why = new AccessUnavailableException("the rules are gone");
        assertThat(new Refusals(AccessFailure.NOT_AUTHORIZED).status(association(), why))
                .isEqualTo(Status.NOT_AUTHORIZED);
        assertThat(new Refusals(AccessFailure.OUT_OF_RESOURCES).status(association(), why))
                .isEqualTo(Status.OUT_OF_RESOURCES);
    }

    private static Association association() {
        return (Association)
                Proxy.newProxyInstance(
                        RefusalsTest.class.getClassLoader(),
                        new Class<?>[] {Association.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("identity")
                                        ? UserIdentity.anonymous()
                                        : "a1");
    }
}
