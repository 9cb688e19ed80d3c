/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.crypto.EncryptionHandler;
import org.apache.kerby.kerberos.kerb.type.ap.ApOption;
import org.apache.kerby.kerberos.kerb.type.ap.ApRep;
import org.apache.kerby.kerberos.kerb.type.ap.EncAPRepPart;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosToken;
import org.turnstile.jaas.Peer;

/** The AP-REP by which the server proves itself: cases 71 to 76. */
class KerberosReplyTest {

    @TempDir private Path folder;
    private KerberosHome home;

    @BeforeEach
    void aHomeWithAKeytab() throws Exception {
        home = new KerberosHome(folder);
    }

    private byte[] answer(byte[] primary) throws Exception {
        Peer peer = home.peer(primary);
        home.files().login(peer);
        return peer.serverResponse();
    }

    private static EncAPRepPart open(byte[] apRep, EncryptionKey key) throws KrbException {
        ApRep reply = KrbCodec.decode(apRep, ApRep.class);
        byte[] plain =
                EncryptionHandler.decrypt(
                        reply.getEncryptedEncPart(), key, KeyUsage.AP_REP_ENCPART);
        return KrbCodec.decode(plain, EncAPRepPart.class);
    }

    private static void proves(byte[] apRep, Request request) throws KrbException {
        EncAPRepPart part = open(apRep, request.sessionKey());
        assertThat(part.getCtime()).isEqualTo(request.authenticator().getCtime());
        assertThat(part.getCusec()).isEqualTo(request.authenticator().getCusec());
        assertThat(part.getSeqNumber()).isNotNegative();
    }

    @Test
    void case71_responseAskedFor_sealedWithTheSessionKeyAndTheClientsTime() throws Exception {
        Request request = home.request();

        byte[] answer = answer(request.bytes());

        assertThat(answer[0]).isEqualTo((byte) 0x6F);
        proves(answer, request);
    }

    @Test
    void case72_noSubkey_stillAnswered() throws Exception {
        Request request = home.request().authenticator(a -> a.setSubKey(null));

        proves(answer(request.bytes()), request);
    }

    @Test
    void case73_subkey_notWhatTheAnswerIsSealedWith() throws Exception {
        Request request = home.request();

        byte[] answer = answer(request.bytes());

        assertThatThrownBy(() -> open(answer, request.authenticator().getSubKey()))
                .isInstanceOf(KrbException.class);
    }

    @Test
    void case74_mutualNotRequiredButResponseAskedFor_answered() throws Exception {
        Request request = home.request().options(o -> o.clearFlag(ApOption.MUTUAL_REQUIRED));

        proves(answer(request.bytes()), request);
    }

    @Test
    void case74_mutualRequiredButNoResponseAskedFor_nothingLeft() throws Exception {
        Peer peer = home.peer(home.request().bytes()).askingForNoResponse();

        home.files().login(peer);

        assertThat(peer.serverResponse()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void case75_76_anyFraming_answeredInTheSame(Framing framing) throws Exception {
        Request request = home.request();

        byte[] answer = answer(KerberosToken.of(framing, request.bytes()).encodeRequest());

        KerberosToken reply = KerberosToken.reply(answer);
        assertThat(reply.framing()).isEqualTo(framing);
        proves(reply.message(), request);
    }

    @ParameterizedTest
    @EnumSource(
            value = Framing.class,
            names = {"GSS", "SPNEGO"})
    void case75_76_framingSwitchedOff_refusedAndTheOthersTaken(Framing off) throws Exception {
        home.options(off.name().toLowerCase(Locale.ROOT) + "=false");

        for (Framing framing : Framing.values()) {
            byte[] field = KerberosToken.of(framing, home.request().bytes()).encodeRequest();
            if (framing == off) {
                home.refuses(field, "a token in " + off + ", which is switched off");
            } else {
                home.login(field);
            }
        }
    }

    @Test
    void case76_spnegoForNtlm_refused() {
        // 60 | SPNEGO | [0] NegTokenInit { [0] mechTypes { 1.3.6.1.4.1.311.2.2.10 } }
        String ntlm = "601C06062B0601050502A0123010A00E300C060A2B06010401823702020A";

        home.refuses(HexFormat.of().parseHex(ntlm), "an unknown mechanism");
    }

    @Test
    void aRefusalLeavesNoAnswer() {
        Peer peer = home.peer(Request.with(Request.key(Request.AES256)).bytes());

        assertThatThrownBy(() -> home.files().login(peer)).hasMessageContaining("KRB_AP_ERR");
        assertThat(peer.serverResponse()).isEmpty();
    }
}
