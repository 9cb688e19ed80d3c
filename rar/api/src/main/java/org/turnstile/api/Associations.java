/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The adapter as applications and administrators see it: the live associations and a few orders.
 * Found in JNDI under {@code java:/turnstile/associations}.
 */
public interface Associations {

    /**
     * Says that the application is ready to serve. Listeners with {@code open = APPLICATION} open
     * their ports once this and a first activation have come, in either order.
     */
    void open();

    /** The associations that are open now. */
    List<Association> live();

    /**
     * Aborts one association.
     *
     * @param id {@link Association#id()}
     * @return whether it was open
     */
    boolean close(String id);

    /** Reads users, roles and login entries anew, without waiting for the next login. */
    void reload();

    /** The folder of the configuration. */
    Path home();

    /**
     * The application's own settings: the keys of {@code turnstile.properties} that begin with
     * {@code archive.}, as they stood at the adapter's start. The adapter does not look into them.
     *
     * @return key, with its prefix, to value
     */
    Map<String, String> archiveSettings();
}
