/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.kerberos.KerberosTicket;

/** A credential cache of version 3 or 4, field by field. */
final class CacheBytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int version;

    CacheBytes(int version, String realm, String... components) {
        this.version = version;
        u16(0x0500 | version);
        if (version == 4) {
            u16(12); // length of the header
            u16(1).u16(8).u32(0).u32(0); // tag 1: the KDC's clock is ahead by 0 s and 0 us
        }
        principal(realm, components);
    }

    static CacheBytes ofAlice() {
        return new CacheBytes(4, "EXAMPLE.ORG", "alice");
    }

    /** A cache with a real ticket-granting ticket, as kinit writes it. */
    static CacheBytes of(KerberosTicket ticket) {
        String realm = ticket.getClient().getRealm();
        String name = ticket.getClient().getName();
        String user = name.substring(0, name.indexOf('@'));
        CacheBytes bytes = new CacheBytes(4, realm, user);
        bytes.principal(realm, user);
        bytes.principal(realm, "krbtgt", realm);
        bytes.u16(ticket.getSessionKeyType());
        bytes.block(ticket.getSessionKey().getEncoded());
        bytes.time(ticket.getAuthTime()).time(ticket.getStartTime()).time(ticket.getEndTime());
        bytes.u32(0); // renew-till
        bytes.out.write(0); // is_skey
        bytes.u32(0x00C00000); // flags: initial, renewable
        bytes.u32(0).u32(0); // no addresses, no authorization data
        return bytes.block(ticket.getEncoded()).block(new byte[0]);
    }

    private CacheBytes time(Date time) {
        return u32((int) time.toInstant().getEpochSecond());
    }

    /** A ticket of alice's. */
    CacheBytes ticket(Instant end, String realm, String... server) {
        principal("EXAMPLE.ORG", "alice");
        principal(realm, server);
        u16(18); // aes256-cts-hmac-sha1-96
        if (version == 3) {
            u16(18);
        }
        block(new byte[32]); // session key
        u32(0).u32(0); // authtime, starttime
        u32((int) end.getEpochSecond()); // endtime
        u32(0); // renew-till
        out.write(0); // is_skey
        u32(0x40E10000); // flags
        u32(1).u16(2).block(new byte[] {127, 0, 0, 1}); // one address, IPv4
        u32(1).u16(1).block(new byte[] {1, 2}); // one element of authorization data
        block(new byte[] {0x61, 0}); // ticket
        block(new byte[0]); // second ticket
        return this;
    }

    CacheBytes u16(int value) {
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) value).array());
        return this;
    }

    CacheBytes u32(int value) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(value).array());
        return this;
    }

    CacheBytes block(byte[] bytes) {
        u32(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private void principal(String realm, String... components) {
        u32(1); // NT-PRINCIPAL
        u32(components.length);
        block(realm.getBytes(StandardCharsets.UTF_8));
        for (String component : components) {
            block(component.getBytes(StandardCharsets.UTF_8));
        }
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
