/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The user information item (50H), shared by requests and accepts. */
public final class UserInformationBytes {

    private final List<byte[]> subItems = new ArrayList<>();
    private int length = -1;

    UserInformationBytes(long maximumLength) {
        subItems.add(Hex.bytes(maximumLength(maximumLength)));
        subItems.add(Hex.bytes(implementationClass(Uids.IMPLEMENTATION_CLASS)));
    }

    /** 51H. */
    public static String maximumLength(long bytes) {
        return Hex.of(ByteWriter.item(0x51, new ByteWriter().u32(bytes).toBytes()));
    }

    /** 52H. */
    public static String implementationClass(String uid) {
        return Hex.of(ByteWriter.item(0x52, uid));
    }

    /** 55H. */
    public static String versionName(String name) {
        return Hex.of(ByteWriter.item(0x55, name));
    }

    void first(long maximumLength) {
        subItems.set(0, Hex.bytes(maximumLength(maximumLength)));
    }

    void add(String... hex) {
        Arrays.stream(hex).map(Hex::bytes).forEach(subItems::add);
    }

    void only(String... hex) {
        subItems.clear();
        add(hex);
    }

    void length(int claimed) {
        length = claimed;
    }

    byte[] toBytes() {
        ByteWriter value = new ByteWriter();
        subItems.forEach(value::bytes);
        byte[] bytes = value.toBytes();
        return ByteWriter.item(0x50, length < 0 ? bytes.length : length, bytes);
    }
}
