/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.scenarios;

import java.time.Duration;
import org.turnstile.testkit.dicom.AcceptBytes;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.DimseBytes;
import org.turnstile.testkit.dicom.Examples;
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

    private final int port;
    private final String called;
    private final String calling;
    private final String[] identity;

    private Peer(int port, String called, String calling, String... identity) {
        this.port = port;
        this.called = called;
        this.calling = calling;
        this.identity = identity;
    }

    /** A peer of this port that names nobody. */
    public static Peer of(int port) {
        return new Peer(port, "TURNSTILE", "PEER");
    }

    /** The same with another calling AE title. */
    public Peer calling(String title) {
        return new Peer(port, called, title, identity);
    }

    /** The same with another called AE title. */
    public Peer to(String title) {
        return new Peer(port, title, calling, identity);
    }

    /** The same as a user with the right passcode, who asks for a response. */
    public Peer as(String user) {
        return as(user, Home.passcode(user));
    }

    /** The same as a user with this passcode, who asks for a response. */
    public Peer as(String user, String passcode) {
        return new Peer(port, called, calling, UserIdentityBytes.passcode(user, passcode, true));
    }

    /** The same as a user whom nothing proves (type 1). */
    public Peer claiming(String user) {
        return new Peer(port, called, calling, UserIdentityBytes.username(user, true));
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
        return new Line(ScriptedPeer.connect(port, PATIENCE).sendAssociateRq(rq));
    }

    private ScriptedPeer request(String sopClass) {
        AssociateRqBytes rq =
                AssociateRqBytes.with(identity)
                        .called(called)
                        .calling(calling)
                        .context(1, sopClass, Uids.IMPLICIT_VR_LE);
        return ScriptedPeer.connect(port, PATIENCE).sendAssociateRq(rq);
    }

    private static void release(ScriptedPeer line) {
        line.send(Examples.RELEASE_RQ).expect(Examples.RELEASE_RP);
    }
}
