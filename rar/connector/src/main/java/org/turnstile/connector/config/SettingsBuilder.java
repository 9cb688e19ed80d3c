/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.util.Locale;
import java.util.Map;
import org.turnstile.api.IdentityType;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.pdu.codec.PduLimits;

/** Makes the records from checked values. */
final class SettingsBuilder {

    private static final int MOST_EVENT_LOOPS_UNASKED = 4;

    private SettingsBuilder() {}

    static AdapterSettings adapter(Values values) {
        int eventLoops = values.number(SettingKey.EVENT_LOOPS);
        int processors = Runtime.getRuntime().availableProcessors();
        return new AdapterSettings(
                values.number(SettingKey.REQUESTS),
                values.number(SettingKey.LOGINS),
                values.number(SettingKey.ASSOCIATION_EVENTS),
                values.number(SettingKey.WAITING_REQUESTS),
                values.number(SettingKey.WAITING_LOGINS),
                values.duration(SettingKey.LOGIN_TIMEOUT),
                eventLoops > 0 ? eventLoops : Math.min(MOST_EVENT_LOOPS_UNASKED, processors));
    }

    static ListenerSettings listener(String name, Values values) {
        return new ListenerSettings(
                name,
                endpoint(values),
                values.set(SettingKey.AE_TITLES),
                values.set(SettingKey.CALLING_AE_TITLES),
                values.list(SettingKey.TRANSFER_SYNTAXES),
                identity(values),
                values.word(SettingKey.PARSING, Parsing.class),
                values.flag(SettingKey.AUDIT_REQUIRED),
                values.word(SettingKey.OPEN, Opening.class),
                port(values),
                limits(values),
                values.number(SettingKey.MAX_ASSOCIATIONS),
                values.number(SettingKey.MAX_ASSOCIATIONS_PER_PEER),
                values.duration(SettingKey.STOP_GRACE));
    }

    private static Endpoint endpoint(Values values) {
        return new Endpoint(
                values.text(SettingKey.BIND_ADDRESS).toLowerCase(Locale.ROOT),
                values.number(SettingKey.PORT));
    }

    private static IdentitySettings identity(Values values) {
        return new IdentitySettings(
                values.word(SettingKey.USER_IDENTITY, UserIdentityPolicy.class),
                values.flag(SettingKey.ANONYMOUS_ECHO),
                values.word(SettingKey.TRUST_USERNAME, TrustUsername.class),
                values.flag(SettingKey.CLEARTEXT_PASSCODE),
                values.word(SettingKey.PASSCODE_POLICY, PasscodePolicy.class),
                values.set(SettingKey.REQUIRED_ROLES),
                values.list(SettingKey.CALLER_PRINCIPAL_CLASSES),
                Map.of(
                        IdentityType.USERNAME, values.text(SettingKey.USERNAME_LOGIN),
                        IdentityType.PASSCODE, values.text(SettingKey.PASSCODE_LOGIN),
                        IdentityType.KERBEROS, values.text(SettingKey.KERBEROS_LOGIN),
                        IdentityType.SAML, values.text(SettingKey.SAML_LOGIN),
                        IdentityType.JWT, values.text(SettingKey.JWT_LOGIN)),
                values.number(SettingKey.MAX_USER_NAME));
    }

    private static PortSettings port(Values values) {
        return new PortSettings(
                values.duration(SettingKey.ARTIM),
                values.number(SettingKey.MAX_CONNECTIONS),
                new PduLimits(
                        values.number(SettingKey.ASSOCIATE_LENGTH),
                        values.number(SettingKey.MAXIMUM_LENGTH),
                        values.number(SettingKey.PRESENTATION_CONTEXTS),
                        values.number(SettingKey.ITEMS)));
    }

    private static AssociationLimits limits(Values values) {
        return new AssociationLimits(
                values.duration(SettingKey.IDLE),
                values.duration(SettingKey.WRITE),
                values.duration(SettingKey.READ),
                values.number(SettingKey.MAXIMUM_LENGTH),
                values.number(SettingKey.WINDOW));
    }
}
