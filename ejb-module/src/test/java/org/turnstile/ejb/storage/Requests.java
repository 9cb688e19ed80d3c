/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.turnstile.api.Association;
import org.turnstile.api.Line;
import org.turnstile.api.StoreRequest;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;

/** C-STORE requests as the adapter would give them. */
final class Requests {

    static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

    private Requests() {}

    static StoreRequest store(String sopInstance, InputStream dataSet) {
        return new StoreRequest(
                new Plain(),
                SECONDARY_CAPTURE,
                sopInstance,
                UID.EXPLICIT_VR_LITTLE_ENDIAN,
                dataSet);
    }

    /** An association of nobody. */
    private record Plain() implements Association {
        @Override
        public String id() {
            return "a1";
        }

        @Override
        public String listener() {
            return "default";
        }

        @Override
        public String calledAeTitle() {
            return "TURNSTILE";
        }

        @Override
        public String callingAeTitle() {
            return "MODALITY1";
        }

        @Override
        public InetSocketAddress peer() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711);
        }

        @Override
        public Line line() {
            return Line.PLAIN;
        }

        @Override
        public String peerImplementationClassUid() {
            return "1.2.3";
        }

        @Override
        public String peerImplementationVersionName() {
            return "";
        }

        @Override
        public UserIdentity identity() {
            return UserIdentity.anonymous();
        }

        @Override
        public Instant since() {
            return Instant.EPOCH;
        }
    }
}
