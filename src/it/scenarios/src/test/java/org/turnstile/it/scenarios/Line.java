/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.scenarios;

import org.turnstile.testkit.dicom.CommandBytes;
import org.turnstile.testkit.dicom.DimseBytes;
import org.turnstile.testkit.dicom.RawPdu;
import org.turnstile.testkit.dicom.ResponseBytes;
import org.turnstile.testkit.dicom.ScriptedPeer;

/**
 * An accepted association made of bytes, on which anything can be sent. Context 1 is CT Image
 * Storage, 3 Study Root FIND, 5 Verification.
 */
public final class Line implements AutoCloseable {

    private static final int STORAGE = 1;
    private static final int FIND = 3;
    private static final int VERIFICATION = 5;
    private static final int FRAGMENT = 16 * 1024;

    private final ScriptedPeer peer;
    private int messageId;

    Line(ScriptedPeer peer) {
        this.peer = peer;
        peer.expectAccept();
    }

    /** The connection itself. */
    public ScriptedPeer raw() {
        return peer;
    }

    /** C-STORE of a data set as it is; answers the response. */
    public ResponseBytes store(String sopClass, String sopInstance, byte[] dataSet) {
        byte[] command = DimseBytes.storeRq(++messageId, sopClass, sopInstance);
        peer.send(DimseBytes.command(STORAGE, command));
        peer.send(DimseBytes.dataSet(STORAGE, dataSet, FRAGMENT));
        return peer.expectResponse();
    }

    /** C-FIND with an identifier as it is; answers the first PDU that comes. */
    public RawPdu find(byte[] identifier) {
        sendFind(identifier);
        return peer.readPdu();
    }

    /** Sends a C-FIND-RQ. */
    public void sendFind(byte[] identifier) {
        byte[] command =
                new CommandBytes()
                        .uid(0x0002, Workstation.STUDY_ROOT)
                        .us(0x0100, 0x0020)
                        .us(0x0110, ++messageId)
                        .us(0x0700, 0)
                        .us(0x0800, 0)
                        .toBytes();
        peer.send(DimseBytes.command(FIND, command));
        peer.send(DimseBytes.dataSet(FIND, identifier, FRAGMENT));
    }

    /** C-ECHO; answers the status. */
    public int echo() {
        peer.send(DimseBytes.command(VERIFICATION, DimseBytes.echoRq(++messageId)));
        return peer.expectResponse().status();
    }

    @Override
    public void close() {
        peer.close();
    }
}
