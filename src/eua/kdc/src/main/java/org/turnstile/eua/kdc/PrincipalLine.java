/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;

/**
 * A principal as a line: {@code KIND NAME KEYS [KEYS]}, where the keys are {@code
 * KVNO:ETYPE=WRAPPED,ETYPE=WRAPPED}, the current ones first.
 */
final class PrincipalLine {
    private static final String SERVICE = "service";
    private static final String USER = "user";

    private final KeyWrap wrap;

    PrincipalLine(KeyWrap wrap) {
        this.wrap = wrap;
    }

    String format(Principal principal) throws GeneralSecurityException {
        String owner = (principal.service() ? SERVICE : USER) + " " + principal.name();
        StringBuilder line = new StringBuilder(owner);
        line.append(' ').append(keys(owner, principal.current()));
        if (principal.previous().isPresent()) {
            line.append(' ').append(keys(owner, principal.previous().get()));
        }
        return line.toString();
    }

    private String keys(String owner, KeySet keys) throws GeneralSecurityException {
        List<String> wrapped = new ArrayList<>();
        for (EncryptionKey key : keys.keys()) {
            int type = key.getKeyType().getValue();
            wrapped.add(
                    type + "=" + wrap.wrap(key.getKeyData(), context(owner, keys.kvno(), type)));
        }
        return keys.kvno() + ":" + String.join(",", wrapped);
    }

    private static String context(String owner, int kvno, int type) {
        return owner + " " + kvno + " " + type;
    }

    /**
     * @throws IllegalArgumentException it is no such line
     * @throws GeneralSecurityException a key does not unwrap
     */
    Principal parse(String line) throws GeneralSecurityException {
        String[] fields = line.split(" ", -1);
        boolean service = fields[0].equals(SERVICE);
        if (fields.length < 3 || fields.length > 4 || !(service || fields[0].equals(USER))) {
            throw new IllegalArgumentException("not a principal");
        }
        String owner = fields[0] + " " + fields[1];
        Optional<KeySet> previous =
                fields.length == 4 ? Optional.of(parseKeys(owner, fields[3])) : Optional.empty();
        return new Principal(fields[1], service, parseKeys(owner, fields[2]), previous);
    }

    private KeySet parseKeys(String owner, String text) throws GeneralSecurityException {
        String[] parts = text.split(":", -1);
        int kvno = Integer.parseInt(parts[0]);
        List<EncryptionKey> keys = new ArrayList<>();
        for (String wrapped : parts.length == 2 ? parts[1].split(",", -1) : new String[0]) {
            int equals = wrapped.indexOf('=');
            int type = Integer.parseInt(wrapped.substring(0, Math.max(equals, 0)));
            byte[] key = wrap.unwrap(wrapped.substring(equals + 1), context(owner, kvno, type));
            keys.add(new EncryptionKey(EncryptionType.fromValue(type), key, kvno));
        }
        if (!keys.stream().map(EncryptionKey::getKeyType).toList().equals(KeySet.TYPES)) {
            throw new IllegalArgumentException("not the keys of " + KeySet.TYPES);
        }
        return new KeySet(kvno, keys);
    }
}
