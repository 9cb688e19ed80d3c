/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/** Between the bytes of an element and its numbers. */
final class Numbers {

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    /** More than the 16 characters of DS, for old objects that overrun them. */
    private static final int LONGEST = 64;

    private Numbers() {}

    /** Whole numbers: of a binary VR, IS, or DS without a fraction. */
    static long[] longs(Value value, List<String> texts) {
        if (value.vr().isInteger()) {
            return binary(value);
        }
        requireNumeric(value);
        ToLongFunction<String> parse =
                text -> value.vr() == VR.IS ? Long.parseLong(text) : exact(text);
        return texts.stream()
                .filter(text -> !text.isEmpty())
                .mapToLong(text -> guarded(value, text, parse))
                .toArray();
    }

    private static long exact(String text) {
        double number = decimal(text);
        if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
            throw new NumberFormatException("not whole");
        }
        return (long) number;
    }

    /** A number as DS writes it (PS3.5 §6.2); Java alone would also take hexadecimal and NaN. */
    private static double decimal(String text) {
        if (text.length() > LONGEST || !DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException("not decimal");
        }
        return Double.parseDouble(text);
    }

    private static long guarded(Value value, String text, ToLongFunction<String> parse) {
        try {
            return parse.applyAsLong(text);
        } catch (NumberFormatException e) {
            throw notNumber(value, text);
        }
    }

    private static ValueException notNumber(Value value, String text) {
        return new ValueException(
                value.tag(), value.vr(), "not such a number: " + ValueException.quote(text));
    }

    /** Numbers of any numeric VR. Of UV, values above 2^63 lose their exactness. */
    static double[] doubles(Value value, List<String> texts) {
        if (value.vr().isFloat()) {
            return floats(value);
        }
        if (value.vr().isInteger()) {
            long[] all = binary(value);
            double[] numbers = new double[all.length];
            for (int i = 0; i < all.length; i++) {
                numbers[i] = all[i];
            }
            return numbers;
        }
        requireNumeric(value);
        ToDoubleFunction<String> parse =
                text -> {
                    try {
                        return decimal(text);
                    } catch (NumberFormatException e) {
                        throw notNumber(value, text);
                    }
                };
        return texts.stream().filter(text -> !text.isEmpty()).mapToDouble(parse).toArray();
    }

    private static void requireNumeric(Value value) {
        if (value.vr() != VR.IS && value.vr() != VR.DS) {
            throw new ValueException(value.tag(), value.vr(), "is not a number");
        }
    }

    private static long[] binary(Value value) {
        int width = value.vr() == VR.AT ? 4 : value.vr().wordSize();
        ByteBuffer in = words(value, width);
        long[] all = new long[in.remaining() / width];
        for (int i = 0; i < all.length; i++) {
            all[i] = read(in, value.vr());
        }
        return all;
    }

    private static long read(ByteBuffer in, VR vr) {
        return switch (vr) {
            case AT ->
                    Integer.toUnsignedLong(Tags.of(in.getShort() & 0xFFFF, in.getShort() & 0xFFFF));
            case US -> in.getShort() & 0xFFFF;
            case SS -> in.getShort();
            case UL -> Integer.toUnsignedLong(in.getInt());
            case SL -> in.getInt();
            default -> in.getLong();
        };
    }

    private static double[] floats(Value value) {
        int width = value.vr().wordSize();
        ByteBuffer in = words(value, width);
        double[] all = new double[in.remaining() / width];
        for (int i = 0; i < all.length; i++) {
            all[i] = width == 4 ? in.getFloat() : in.getDouble();
        }
        return all;
    }

    private static ByteBuffer words(Value value, int width) {
        if (value.length() % width != 0) {
            throw new ValueException(
                    value.tag(),
                    value.vr(),
                    "length " + value.length() + " is not a multiple of " + width);
        }
        return value.buffer();
    }

    /** The value of a binary VR with these whole numbers, each in its range. */
    static Value encode(int tag, VR vr, long... numbers) {
        int width = vr == VR.AT ? 4 : vr.wordSize();
        ByteBuffer out = ByteBuffer.allocate(numbers.length * width).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : numbers) {
            if (!fits(vr, number)) {
                throw new ValueException(tag, vr, "out of range: " + number);
            }
            write(out, vr, number);
        }
        return Value.wrap(tag, vr, out.array());
    }

    private static boolean fits(VR vr, long number) {
        return switch (vr) {
            case US -> number >= 0 && number <= 0xFFFF;
            case SS -> number == (short) number;
            case UL, AT -> number >= 0 && number <= 0xFFFFFFFFL;
            case SL -> number == (int) number;
            default -> true;
        };
    }

    private static void write(ByteBuffer out, VR vr, long number) {
        switch (vr) {
            case AT -> {
                out.putShort((short) (number >>> 16));
                out.putShort((short) number);
            }
            case US, SS -> out.putShort((short) number);
            case UL, SL -> out.putInt((int) number);
            default -> out.putLong(number);
        }
    }

    /** The value of FL, FD, OF or OD with these numbers. */
    static Value encode(int tag, VR vr, double... numbers) {
        ByteBuffer out =
                ByteBuffer.allocate(numbers.length * vr.wordSize()).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            if (vr.wordSize() == 4) {
                out.putFloat((float) number);
            } else {
                out.putDouble(number);
            }
        }
        return Value.wrap(tag, vr, out.array());
    }
}
