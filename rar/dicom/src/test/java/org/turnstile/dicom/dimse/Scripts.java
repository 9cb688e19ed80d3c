/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.turnstile.api.UID;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;
import org.turnstile.dicom.dimse.client.DimseClient;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.PresentationContextAc;
import org.turnstile.dicom.pdu.UserIdentityAc;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;
import org.turnstile.dicom.pdu.codec.PduEncoder;

/** What scripted peers say, and how the client is pointed at them. */
final class Scripts {

    /** Lives as long as the JVM of the tests. */
    private static final EventLoopGroup GROUP =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    private static final String CT = Loopback.CT_IMAGE;
    static final String IMPLICIT = UID.IMPLICIT_VR_LITTLE_ENDIAN;

    private Scripts() {}

    static ClientAssociation connect(ConnectOptionsBuilder options) throws IOException {
        return new DimseClient(GROUP).connect(options.build());
    }

    static ConnectOptionsBuilder options(ScriptedAcceptor peer) {
        return ConnectOptions.to("127.0.0.1", peer.port())
                .context(UID.VERIFICATION, IMPLICIT)
                .context(CT, IMPLICIT);
    }

    static UserIdentityRq alice(boolean positiveResponse) {
        byte[] name = "alice".getBytes(StandardCharsets.UTF_8);
        return new UserIdentityRq(1, positiveResponse, name, new byte[0]);
    }

    static UserInformation response(int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        UserInformation plain = UserInformation.of(16384, "1.2", "SCRIPT");
        return new UserInformation(
                plain.maximumLength(),
                plain.implementationClassUid(),
                Optional.empty(),
                List.of(),
                plain.implementationVersionName(),
                List.of(),
                List.of(),
                Optional.empty(),
                bytes.length == 0 ? Optional.empty() : Optional.of(new UserIdentityAc(content)));
    }

    static AAssociateAc ac(UserInformation information) {
        return new AAssociateAc(
                1,
                "CALLED",
                "CALLING",
                UID.APPLICATION_CONTEXT,
                List.of(
                        new PresentationContextAc(1, 0, IMPLICIT),
                        new PresentationContextAc(3, 0, IMPLICIT),
                        new PresentationContextAc(5, 0, IMPLICIT)),
                information);
    }

    /** An accept whose user information ends with a sub-item of the test. */
    static String hexOfAcceptWith(String item) {
        String hex = RawPeer.hex(ac(response()));
        int at = hex.length() - 2 * (4 + PduEncoder.userInformationLength(response()));
        int length = Integer.parseInt(hex.substring(at + 4, at + 8), 16) + item.length() / 2;
        String whole =
                hex.substring(0, at + 4)
                        + String.format("%04x", length)
                        + hex.substring(at + 8)
                        + item;
        return whole.substring(0, 4)
                + String.format("%08x", whole.length() / 2 - 6)
                + whole.substring(12);
    }

    static ScriptedAcceptor accepting(UserInformation info, ScriptedAcceptor.Script then)
            throws IOException {
        return acceptingBytes(RawPeer.hex(ac(info)), then);
    }

    static ScriptedAcceptor acceptingBytes(String hex, ScriptedAcceptor.Script then)
            throws IOException {
        return new ScriptedAcceptor(
                raw -> {
                    raw.readPdu();
                    raw.send(ByteBufUtil.decodeHexDump(hex));
                    then.play(raw);
                });
    }

    static ScriptedAcceptor answering(AAssociateRj rj) throws IOException {
        return new ScriptedAcceptor(
                raw -> {
                    raw.readPdu();
                    raw.send(rj);
                    assertThat(raw.isClosedByPeer()).isTrue();
                });
    }

    static CommandSet answer(int field, int messageId, int status) {
        return new CommandSet(
                field,
                messageId,
                Optional.empty(),
                Optional.empty(),
                false,
                OptionalInt.of(status),
                Optional.empty());
    }

    static void untilClosed(RawPeer raw) throws IOException {
        while (!raw.isClosedByPeer()) {
            Thread.onSpinWait();
        }
    }
}
