/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.scenarios;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.turnstile.testkit.dicom.AcceptBytes;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.DimseBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.RawPdu;
import org.turnstile.testkit.dicom.ScriptedPeer;
import org.turnstile.testkit.dicom.Uids;
import org.turnstile.testkit.dicom.UserIdentityBytes;

/**
 * A peer that associates, asks for one thing and leaves; made of bytes, knowing no class of ours.
 */
public final class Peer {

    /** A server under load may take its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int FRAGMENT = 4096;

    private final InetAddress from;
    private final int port;
    private final String called;
    private final String calling;
    private final String[] identity;

    private Peer(InetAddress from, int port, String called, String calling, String... identity) {
        this.from = from;
        this.port = port;
        this.called = called;
        this.calling = calling;
        this.identity = identity;
    }

    /** A peer of this port that names nobody. */
    public static Peer of(int port) {
        return new Peer(InetAddress.getLoopbackAddress(), port, "TURNSTILE", "PEER");
    }

    /**
     * The same from an address of loopback that nobody has failed from: the answer to a failed
     * login is held back the longer, the more came from one address. Only Linux has more than one.
     */
    public Peer fromElsewhere() {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            return this;
        }
        byte[] address = new byte[4];
        ThreadLocalRandom.current().nextBytes(address);
        address[0] = 127;
        address[3] |= 2; // neither network nor 127.0.0.1
        address[3] &= 0x7F;
        try {
            return new Peer(InetAddress.getByAddress(address), port, called, calling, identity);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with another calling AE title. */
    public Peer calling(String title) {
        return new Peer(from, port, called, title, identity);
    }

    /** The same with another called AE title. */
    public Peer to(String title) {
        return new Peer(from, port, title, calling, identity);
    }

    /** The same as a user with the right passcode, who asks for a response. */
    public Peer as(String user) {
        return as(user, Home.passcode(user));
    }

    /** The same as a user with this passcode, who asks for a response. */
    public Peer as(String user, String passcode) {
        return new Peer(
                from, port, called, calling, UserIdentityBytes.passcode(user, passcode, true));
    }

    /** The same as a user whom nothing proves (type 1). */
    public Peer claiming(String user) {
        return new Peer(from, port, called, calling, UserIdentityBytes.username(user, true));
    }

    /** The same with a Kerberos token (type 3), who asks for a response. */
    public Peer presenting(byte[] token) {
        String ticket = UserIdentityBytes.of(3, 1, token, new byte[0]);
        return new Peer(from, port, called, calling, ticket);
    }

    /** The same with a Kerberos token (type 3), who asks for no response. */
    public Peer presentingWithoutResponse(byte[] token) {
        String ticket = UserIdentityBytes.of(3, 0, token, new byte[0]);
        return new Peer(from, port, called, calling, ticket);
    }

    /** Expects to be rejected as permanent, by ACSE, without a reason. */
    public void isRejected() {
        try (ScriptedPeer line = request(Uids.VERIFICATION)) {
            line.expect(Examples.RJ121);
        }
    }

    /** Expects to be rejected as transient, since the service is congested. */
    public void isRejectedAsTransient() {
        try (ScriptedPeer line = request(Uids.VERIFICATION)) {
            line.expect(Examples.RJ231);
        }
    }

    /** The same as {@link #isRejected()} for a peer that wants to store instead of to echo. */
    public void isRejectedForStorage() {
        try (ScriptedPeer line = request(Uids.CT_IMAGE_STORAGE)) {
            line.expect(Examples.RJ121);
        }
    }

    /** The PDU that comes of the request, whatever it is. */
    public RawPdu answer() {
        try (ScriptedPeer line = request(Uids.VERIFICATION)) {
            return line.readPdu();
        }
    }

    /** What it is accepted with; leaves at once. */
    public AcceptBytes accept() {
        try (ScriptedPeer line = request(Uids.VERIFICATION)) {
            AcceptBytes accept = line.expectAccept();
            release(line);
            return accept;
        }
    }

    /** Echoes; answers the status. */
    public int echo() {
        try (ScriptedPeer line = request(Uids.VERIFICATION)) {
            line.expectAccept();
            line.send(DimseBytes.command(1, DimseBytes.echoRq(1)));
            int status = line.expectResponse().status();
            release(line);
            return status;
        }
    }

    /** Stores a data set in Implicit VR Little Endian; answers the status. */
    public int store(String sopInstance, byte[] dataSet) {
        try (ScriptedPeer line = request(Uids.CT_IMAGE_STORAGE)) {
            line.expectAccept();
            byte[] command = DimseBytes.storeRq(1, Uids.CT_IMAGE_STORAGE, sopInstance);
            line.send(DimseBytes.command(1, command));
            line.send(DimseBytes.dataSet(1, dataSet, FRAGMENT));
            int status = line.expectResponse().status();
            release(line);
            return status;
        }
    }

    /** Associates and stays, storing in a transfer syntax. */
    public Line open(String storageTransferSyntax) {
        AssociateRqBytes rq =
                AssociateRqBytes.with(identity)
                        .called(called)
                        .calling(calling)
                        .context(1, Uids.CT_IMAGE_STORAGE, storageTransferSyntax)
                        .context(3, Workstation.STUDY_ROOT, Uids.IMPLICIT_VR_LE)
                        .context(5, Uids.VERIFICATION, Uids.IMPLICIT_VR_LE);
        return new Line(ScriptedPeer.connect(port, PATIENCE, from).sendAssociateRq(rq));
    }

    private ScriptedPeer request(String sopClass) {
        AssociateRqBytes rq =
                AssociateRqBytes.with(identity)
                        .called(called)
                        .calling(calling)
                        .context(1, sopClass, Uids.IMPLICIT_VR_LE);
        return ScriptedPeer.connect(port, PATIENCE, from).sendAssociateRq(rq);
    }

    private static void release(ScriptedPeer line) {
        line.send(Examples.RELEASE_RQ).expect(Examples.RELEASE_RP);
    }
}
