/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Registers {@link ServerSetup} with Arquillian. */
public class ServerExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(ServerSetup.class);
    }
}
