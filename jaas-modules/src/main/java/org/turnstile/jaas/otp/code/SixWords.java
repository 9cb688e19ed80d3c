/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values as six short words (RFC 2289 §6.3, RFC 1751): 64 bits and a checksum of two, eleven bits
 * to a word, the highest first.
 */
public final class SixWords {

    /** Words of one value. */
    public static final int COUNT = 6;

    private static final int DICTIONARY_SIZE = 2_048;
    private static final int BITS = 11;
    private static final int CHECKSUM_BITS = 2;

    private static final List<String> WORDS = read();

    private static final Map<String, Integer> NUMBERS =
            IntStream.range(0, DICTIONARY_SIZE)
                    .boxed()
                    .collect(Collectors.toUnmodifiableMap(WORDS::get, Function.identity()));

    private SixWords() {}

    private static List<String> read() {
        try (InputStream in = SixWords.class.getResourceAsStream("words.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            List<String> words =
                    text.lines()
                            .filter(line -> !line.startsWith("#"))
                            .flatMap(line -> List.of(line.split(" ")).stream())
                            .toList();
            if (words.size() != DICTIONARY_SIZE) {
                throw new IllegalStateException("words.txt: has " + words.size() + " words");
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dictionary, in its order. */
    public static List<String> dictionary() {
        return Collections.unmodifiableList(WORDS);
    }

    /** The six words, in upper case, with a space between. */
    public static String encode(long value) {
        StringJoiner words = new StringJoiner(" ");
        int last = COUNT - 1;
        for (int i = 0; i < last; i++) {
            words.add(WORDS.get((int) (value >>> (Long.SIZE - BITS * (i + 1))) & mask(BITS)));
        }
        int rest = (int) value & mask(BITS - CHECKSUM_BITS);
        return words.add(WORDS.get(rest << CHECKSUM_BITS | checksum(value))).toString();
    }

    /**
     * The value of six words, in any case of letters, with any white space between.
     *
     * @throws OtpFormatException unless there are six, all of the dictionary, with the right
     *     checksum
     */
    public static long decode(String text) throws OtpFormatException {
        String[] words = text.strip().split("\\s+");
        if (words.length != COUNT) {
            throw new OtpFormatException("has " + words.length + " words, not six");
        }
        long value = 0;
        int last = COUNT - 1;
        for (int i = 0; i < last; i++) {
            value = value << BITS | number(words[i]);
        }
        int end = number(words[last]);
        value = (value << (BITS - CHECKSUM_BITS)) | (end >>> CHECKSUM_BITS);
        if (checksum(value) != (end & mask(CHECKSUM_BITS))) {
            throw new OtpFormatException("the checksum of the six words is wrong");
        }
        return value;
    }

    private static int number(String word) throws OtpFormatException {
        Integer number = NUMBERS.get(word.toUpperCase(Locale.ROOT));
        if (number == null) {
            throw new OtpFormatException("a word is not in the dictionary");
        }
        return number;
    }

    /** The sum of the 32 pairs of bits, its low two bits (RFC 2289 Appendix B). */
    static int checksum(long value) {
        int sum = 0;
        for (int shift = 0; shift < Long.SIZE; shift += CHECKSUM_BITS) {
            sum += (int) (value >>> shift) & mask(CHECKSUM_BITS);
        }
        return sum & mask(CHECKSUM_BITS);
    }

    private static int mask(int bits) {
        return (1 << bits) - 1;
    }
}
