/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.AReleaseRp;
import org.turnstile.dicom.pdu.AReleaseRq;
import org.turnstile.dicom.pdu.AsynchronousOperations;
import org.turnstile.dicom.pdu.CommonExtendedNegotiation;
import org.turnstile.dicom.pdu.ExtendedNegotiation;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.Pdu;
import org.turnstile.dicom.pdu.PresentationContextAc;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.PresentationDataValue;
import org.turnstile.dicom.pdu.RoleSelection;
import org.turnstile.dicom.pdu.UserIdentityAc;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;

/** PDUs of every kind with every sub-item, by a seed. */
final class RandomPdus {

    private final Random random;

    RandomPdus(long seed) {
        random = new Random(seed);
    }

    Pdu next() {
        return switch (1 + random.nextInt(7)) {
            case 1 -> rq();
            case 2 -> ac();
            case 3 -> new AAssociateRj(octet(), octet(), octet());
            case 4 -> data();
            case 5 -> new AReleaseRq();
            case 6 -> new AReleaseRp();
            default -> new AAbort(octet(), octet());
        };
    }

    AAssociateRq rq() {
        List<PresentationContextRq> contexts = new ArrayList<>();
        for (int id : ids()) {
            List<String> syntaxes = list(1, 5, this::uid);
            contexts.add(new PresentationContextRq(id, uid(), syntaxes));
        }
        Optional<UserIdentityRq> identity = maybe(this::identity);
        return new AAssociateRq(
                random.nextInt(0x10000),
                text(16),
                text(16),
                uid(),
                contexts,
                information(identity, Optional.empty()),
                List.of());
    }

    AAssociateAc ac() {
        List<PresentationContextAc> contexts = new ArrayList<>();
        for (int id : ids()) {
            int result = random.nextInt(5);
            contexts.add(new PresentationContextAc(id, result, result == 0 ? uid() : ""));
        }
        Optional<UserIdentityAc> response = maybe(() -> new UserIdentityAc(bytes(300)));
        return new AAssociateAc(
                1, text(16), text(16), uid(), contexts, information(Optional.empty(), response));
    }

    PDataTf data() {
        return new PDataTf(
                list(
                        1,
                        4,
                        () ->
                                new PresentationDataValue(
                                        1 + 2 * random.nextInt(128),
                                        random.nextBoolean(),
                                        random.nextBoolean(),
                                        Unpooled.wrappedBuffer(bytes(600)))));
    }

    private UserInformation information(
            Optional<UserIdentityRq> identity, Optional<UserIdentityAc> response) {
        return new UserInformation(
                random.nextInt() & 0xFFFFFFFFL,
                random.nextBoolean() ? uid() : "",
                maybe(() -> new AsynchronousOperations(octet() * 257, octet())),
                list(
                        0,
                        3,
                        () -> new RoleSelection(uid(), random.nextBoolean(), random.nextBoolean())),
                text(16),
                list(0, 3, () -> new ExtendedNegotiation(uid(), ByteBuffer.wrap(bytes(20)))),
                list(
                        0,
                        3,
                        () -> new CommonExtendedNegotiation(uid(), uid(), list(0, 3, this::uid))),
                identity,
                response);
    }

    private UserIdentityRq identity() {
        int type = random.nextInt(7);
        byte[] secondary = type == 2 ? bytes(30) : new byte[0];
        return new UserIdentityRq(type, random.nextBoolean(), bytes(2000), secondary);
    }

    private List<Integer> ids() {
        List<Integer> ids = new ArrayList<>();
        for (int id = 1; id < 256; id += 2) {
            if (random.nextInt(40) == 0) {
                ids.add(id);
            }
        }
        return ids;
    }

    private String uid() {
        StringBuilder uid = new StringBuilder("1");
        int length = 1 + random.nextInt(31);
        for (int i = 0; i < length; i++) {
            uid.append('.').append(random.nextInt(10));
        }
        return uid.toString();
    }

    /** Printable, without spaces around it; it may be empty. */
    private String text(int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most + 1);
        for (int i = 0; i < length; i++) {
            text.append((char) (' ' + random.nextInt(95)));
        }
        return text.toString().strip();
    }

    private byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    private int octet() {
        return random.nextInt(256);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> list(int least, int most, Supplier<T> value) {
        List<T> list = new ArrayList<>();
        int length = least + random.nextInt(most - least + 1);
        for (int i = 0; i < length; i++) {
            list.add(value.get());
        }
        return list;
    }
}
