/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.HostAddress;
import org.apache.kerby.kerberos.kerb.type.base.HostAddresses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosSession;

/** What a login cannot show: addresses, versions, what of a request tells it from another. */
class ApReqVerifierTest {

    private final EncryptionKey serviceKey = Request.key(Request.AES256);

    @TempDir private Path folder;
    private ApReqVerifier verifier;

    @BeforeEach
    void aVerifierWithOneKey() throws IOException {
        Path file =
                new KeytabBytes()
                        .entry(Request.SERVICE, Request.REALM, 1, serviceKey)
                        .writeTo(folder.resolve("keytab"));
        KerberosPolicy policy =
                new KerberosPolicy(
                        List.of(),
                        Set.of(),
                        EnumSet.allOf(Aes.class),
                        Duration.ofMinutes(5),
                        EnumSet.allOf(Framing.class));
        verifier = new ApReqVerifier(policy, KeytabFormat.read(file), Clock.systemUTC());
    }

    private static InetAddress address(String literal) throws IOException {
        return InetAddress.getByName(literal);
    }

    private Request boundTo(String literal) throws IOException {
        HostAddresses addresses = new HostAddresses();
        addresses.addElement(new HostAddress(address(literal)));
        return Request.with(serviceKey).ticket(t -> t.setClientAddresses(addresses));
    }

    @Test
    void aTicketBoundToAnAddressCountsFromThereOnly() throws Exception {
        byte[] apReq = boundTo("192.0.2.7").bytes();

        try (VerifiedRequest good = verifier.verify(apReq, address("192.0.2.7"))) {
            assertThat(good.client()).isEqualTo(Request.ALICE);
        }
        assertThatThrownBy(() -> verifier.verify(apReq, address("192.0.2.8")))
                .hasMessageStartingWith("KRB_AP_ERR_BADADDR (38)");
        assertThatThrownBy(() -> verifier.verify(apReq, null))
                .hasMessageStartingWith("KRB_AP_ERR_BADADDR (38)");
    }

    @ParameterizedTest
    @CsvSource({"pvno, 4, 4", "msg-type, 9, 12"})
    void anotherVersionOrMessageIsRefused(String field, int behind, int value) throws Exception {
        byte[] apReq = Request.with(serviceKey).bytes();
        int at = indexOf(apReq, new byte[] {(byte) 0xA0, 3, 2, 1, 5, (byte) 0xA1, 3, 2, 1, 14});
        apReq[at + behind] = (byte) value;

        assertThatThrownBy(() -> verifier.verify(apReq, null))
                .as(field)
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageStartingWith("KRB_AP_ERR_BADVERSION (39)");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at <= bytes.length - part.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void everyAuthenticatorHasAKeyOfItsOwnAndEverySessionItsFacts() throws Exception {
        Request first = Request.with(serviceKey);
        byte[] apReq = first.bytes();

        try (VerifiedRequest one = verifier.verify(apReq, null);
                VerifiedRequest same = verifier.verify(apReq, null);
                VerifiedRequest other = verifier.verify(first.bytes(), null)) {
            assertThat(one.replayKey()).hasSize(64).isEqualTo(same.replayKey());
            assertThat(other.replayKey()).isNotEqualTo(one.replayKey());
            assertThat(one.delegates()).isFalse();
            KerberosSession session = one.session(Framing.GSS);
            assertThat(session.framing()).isEqualTo(Framing.GSS);
        }
    }

    @Test
    void atTheEndTheSessionKeyIsWiped() throws Exception {
        VerifiedRequest request = verifier.verify(Request.with(serviceKey).bytes(), null);
        byte[] before = request.reply();

        request.close();

        assertThat(before).isNotEmpty();
        assertThat(request.sessionKey().getKeyData()).containsOnly(0);
    }

    @Test
    void aFieldThatMustBeThereButIsNotIsARefusal() {
        List<Request> incomplete =
                List.of(
                        Request.with(serviceKey).ticket(t -> t.setFlags(null)),
                        Request.with(serviceKey).ticket(t -> t.setEndTime(null)),
                        Request.with(serviceKey).ticket(t -> t.setKey(null)),
                        Request.with(serviceKey).ticket(t -> t.setCname(null)),
                        Request.with(serviceKey).authenticator(a -> a.setCname(null)),
                        Request.with(serviceKey).authenticator(a -> a.setCtime(null)),
                        Request.with(serviceKey).authenticator(a -> a.setCusec(1_000_000)),
                        Request.with(serviceKey).authenticator(a -> a.setAuthenticatorVno(4)));
        for (Request request : incomplete) {
            byte[] apReq = request.bytes();
            assertThatThrownBy(() -> verifier.verify(apReq, null))
                    .isInstanceOf(RequestRefusedException.class);
        }
    }
}
