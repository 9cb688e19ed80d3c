/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.util.stream.Collectors;
import org.apache.kerby.kerberos.kerb.identity.backend.BackendConfig;
import org.apache.kerby.kerberos.kerb.server.KdcConfig;
import org.apache.kerby.kerberos.kerb.server.KdcConfigKey;
import org.apache.kerby.kerberos.kerb.server.KdcContext;
import org.apache.kerby.kerberos.kerb.server.KdcSetting;
import org.apache.kerby.kerberos.kerb.server.preauth.PreauthContext;
import org.apache.kerby.kerberos.kerb.server.preauth.PreauthHandler;
import org.apache.kerby.kerberos.kerb.server.request.KdcRequest;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;

/** What Kerby's requests look up. */
final class KdcContexts {
    private KdcContexts() {}

    static KdcContext of(KdcOptions options, Principals principals) {
        KdcContext context = new KdcContext(new KdcSetting(config(options), new BackendConfig()));
        context.setIdentityService(principals);
        context.setPreauthHandler(new NoPlugins());
        return context;
    }

    private static KdcConfig config(KdcOptions options) {
        KdcConfig config = new KdcConfig();
        config.setString(KdcConfigKey.KDC_REALM, options.realm());
        config.setString(
                KdcConfigKey.ENCRYPTION_TYPES,
                KeySet.TYPES.stream()
                        .map(EncryptionType::getName)
                        .collect(Collectors.joining(" ")));
        config.setLong(KdcConfigKey.ALLOWABLE_CLOCKSKEW, options.clockSkew().toSeconds());
        config.setLong(KdcConfigKey.MAXIMUM_TICKET_LIFETIME, options.ticketLifetime().toSeconds());
        config.setLong(
                KdcConfigKey.MAXIMUM_RENEWABLE_LIFETIME, options.renewableLifetime().toSeconds());
        // compared with milliseconds there, so nothing to go by
        config.setLong(KdcConfigKey.MINIMUM_TICKET_LIFETIME, 0L);
        return config;
    }

    /** The exchanges verify their one proof themselves. */
    private static final class NoPlugins extends PreauthHandler {
        @Override
        public PreauthContext preparePreauthContext(KdcRequest request) {
            return new PreauthContext();
        }
    }
}
