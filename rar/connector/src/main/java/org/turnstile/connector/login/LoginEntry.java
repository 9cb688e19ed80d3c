/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.util.List;
import javax.security.auth.login.Configuration;

/**
 * One entry of {@code login.conf}.
 *
 * @param name name of the entry
 * @param oneTime whether a module of it says {@code oneTime=true}: what it takes is of no use to
 *     who overhears it
 * @param modules class names of its login modules
 * @param configuration the configuration that it is part of
 */
record LoginEntry(String name, boolean oneTime, List<String> modules, Configuration configuration) {

    /** Option of a login module for one-time passcodes. */
    static final String ONE_TIME = "oneTime";
}
