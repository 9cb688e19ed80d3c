/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.util.Optional;
import org.turnstile.api.IdentityType;
import org.turnstile.api.Line;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.connector.config.IdentitySettings;
import org.turnstile.connector.config.PasscodePolicy;
import org.turnstile.connector.config.TrustUsername;
import org.turnstile.connector.config.UserIdentityPolicy;
import org.turnstile.connector.login.IdentityDecision.Anonymous;
import org.turnstile.connector.login.IdentityDecision.Refuse;
import org.turnstile.connector.login.IdentityDecision.TryLogin;
import org.turnstile.dicom.pdu.UserIdentityRq;

/**
 * A listener's rules for user identities (PS3.7 §D.3.3.7), as far as they need no login module. A
 * fault of the name refuses under OPTIONAL too; what is merely not supported does not.
 */
final class IdentityPolicy {

    private final IdentitySettings settings;
    private final Line line;
    private final LoginEntries entries;

    IdentityPolicy(IdentitySettings settings, Line line, LoginEntries entries) {
        this.settings = settings;
        this.line = line;
        this.entries = entries;
    }

    /**
     * Decides.
     *
     * @throws LoginUnavailableException if login entries matter and cannot be read
     */
    IdentityDecision decide(Optional<UserIdentityRq> identity) throws LoginUnavailableException {
        if (settings.userIdentity() == UserIdentityPolicy.NONE) {
            return new Anonymous(false, "");
        }
        return identity.isPresent() ? named(identity.get()) : unnamed();
    }

    private IdentityDecision unnamed() {
        if (settings.userIdentity() == UserIdentityPolicy.OPTIONAL) {
            return new Anonymous(false, "");
        }
        return settings.anonymousEcho()
                ? new Anonymous(true, "")
                : new Refuse("no user identity", "");
    }

    private IdentityDecision named(UserIdentityRq rq) throws LoginUnavailableException {
        Optional<IdentityType> type = IdentityType.of(rq.type());
        if (type.isEmpty()) {
            return unsupported("user identity type " + rq.type() + " is reserved", "");
        }
        boolean byName = type.get() == IdentityType.USERNAME || type.get() == IdentityType.PASSCODE;
        return byName ? byName(type.get(), rq) : byToken(type.get(), rq);
    }

    private IdentityDecision byToken(IdentityType type, UserIdentityRq rq)
            throws LoginUnavailableException {
        if (rq.primary().length == 0) {
            return new Refuse("primary field: empty", "");
        }
        return withEntry(type, Optional.empty());
    }

    private IdentityDecision byName(IdentityType type, UserIdentityRq rq)
            throws LoginUnavailableException {
        int length = rq.primary().length;
        if (length == 0) {
            return unsupported("user name: empty", "");
        }
        if (length > settings.maxUserName()) {
            return new Refuse(
                    "user name: " + length + " bytes > maxUserName " + settings.maxUserName(), "");
        }
        Optional<UserName> name = UserName.decode(rq.primary());
        if (name.isEmpty()) {
            return new Refuse("user name: not UTF-8", "");
        }
        Optional<String> fault = fault(type, name.get(), rq);
        return fault.isPresent()
                ? new Refuse(fault.get(), name.get().raw())
                : withEntry(type, name);
    }

    private Optional<String> fault(IdentityType type, UserName name, UserIdentityRq rq) {
        var character = UserName.forbiddenCharacter(name.raw());
        if (character.isPresent()) {
            return Optional.of("user name: holds U+%04X".formatted(character.getAsInt()));
        }
        return type == IdentityType.USERNAME ? distrust() : passcodeFault(rq.secondary());
    }

    private Optional<String> distrust() {
        boolean trusted =
                settings.trustUsername() == TrustUsername.ALWAYS
                        || (settings.trustUsername() == TrustUsername.SECURE_PEER && line.secure());
        return trusted
                ? Optional.empty()
                : Optional.of(
                        "bare user name on a "
                                + line
                                + " line: trustUsername is "
                                + settings.trustUsername());
    }

    private Optional<String> passcodeFault(byte[] passcode) {
        if (passcode.length == 0 && settings.passcodePolicy() == PasscodePolicy.VERIFY) {
            return Optional.of("passcode: empty");
        }
        return Secrets.isUtf8(passcode) ? Optional.empty() : Optional.of("passcode: not UTF-8");
    }

    private IdentityDecision withEntry(IdentityType type, Optional<UserName> name)
            throws LoginUnavailableException {
        String claimed = name.map(UserName::raw).orElse("");
        String entryName = settings.logins().get(type);
        Optional<LoginEntry> entry = entries.find(entryName);
        if (entry.isEmpty()) {
            return unsupported(
                    "user identity type %d: no login entry '%s'".formatted(type.code(), entryName),
                    claimed);
        }
        if (type == IdentityType.PASSCODE && !mayCrossTheLine(entry.get())) {
            return new Refuse("passcode on a PLAIN line: cleartextPasscode is false", claimed);
        }
        boolean verify =
                type != IdentityType.PASSCODE || settings.passcodePolicy() == PasscodePolicy.VERIFY;
        return new TryLogin(entry.get(), type, name, verify);
    }

    /** A one-time passcode is of no use to who overhears it. */
    private boolean mayCrossTheLine(LoginEntry entry) {
        return line.secure() || settings.cleartextPasscode() || entry.oneTime();
    }

    private IdentityDecision unsupported(String cause, String claimedName) {
        return settings.userIdentity() == UserIdentityPolicy.OPTIONAL
                ? new Anonymous(false, "ignored: " + cause)
                : new Refuse(cause, claimedName);
    }
}
