/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import java.util.List;

/**
 * A user of the demo, whose passcode is known to everybody: in {@code users} and in Kerberos.
 *
 * @param name the user's name
 * @param passcode the passcode
 */
record DemoAccount(String name, String passcode) {

    static List<DemoAccount> all() {
        return List.of(
                new DemoAccount("chief", "chief-pass"),
                new DemoAccount("radiologist", "radiologist-pass"),
                new DemoAccount("referrer", "referrer-pass"),
                new DemoAccount("modality", "modality-pass"));
    }

    @Override
    public String toString() {
        return name;
    }
}
