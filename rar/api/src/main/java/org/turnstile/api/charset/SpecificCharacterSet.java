/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of Specific Character Set (0008,0005) and what they make of bytes (PS3.3 §C.12.1.1.2):
 * one of the ISO 8859 family or JIS X 0201, several of them and the multi-byte sets of ISO 2022, or
 * UTF-8, GB18030 or GBK alone. An unknown term is an error only where it matters: when a text is
 * not plain ASCII.
 */
public final class SpecificCharacterSet {

    // stands before the constants, which are made with it
    private static final Pattern ISO = Pattern.compile("ISO(?:_| 2022 )IR ([0-9]{1,3})");

    /** No value: the default repertoire, ISO-IR 6. */
    public static final SpecificCharacterSet DEFAULT = of(List.of());

    /** ISO_IR 192, UTF-8. */
    public static final SpecificCharacterSet UTF_8 = of(List.of("ISO_IR 192"));

    private final List<String> terms;
    private final List<Repertoire> declared;
    private final Optional<Charset> whole;
    private final Optional<String> unknown;

    private SpecificCharacterSet(
            List<String> terms,
            List<Repertoire> declared,
            Optional<Charset> whole,
            Optional<String> unknown) {
        this.terms = terms;
        this.declared = declared;
        this.whole = whole;
        this.unknown = unknown;
    }

    /**
     * The character set with these terms.
     *
     * @param terms the values of (0008,0005) in their order; an empty first one is ISO-IR 6
     */
    public static SpecificCharacterSet of(List<String> terms) {
        List<Repertoire> declared = new ArrayList<>();
        Optional<Charset> whole = Optional.empty();
        Optional<String> unknown = Optional.empty();
        for (String term : terms) {
            Optional<Repertoire> set = repertoire(term);
            if (set.isPresent()) {
                declared.add(set.get());
            } else if (terms.size() == 1 && alone(term).isPresent()) {
                whole = alone(term);
            } else {
                unknown = Optional.of(term);
            }
        }
        return new SpecificCharacterSet(List.copyOf(terms), complete(declared), whole, unknown);
    }

    private static Optional<Repertoire> repertoire(String term) {
        if (term.isEmpty()) {
            return Optional.of(Repertoire.IR_6);
        }
        Matcher iso = ISO.matcher(term);
        return iso.matches()
                ? Repertoire.ofNumber(Integer.parseInt(iso.group(1)))
                : Optional.empty();
    }

    private static Optional<Charset> alone(String term) {
        return switch (term) {
            case "ISO_IR 192" -> Optional.of(StandardCharsets.UTF_8);
            case "GB18030" -> Optional.of(Charset.forName("GB18030"));
            case "GBK" -> Optional.of(Charset.forName("GBK"));
            default -> Optional.empty();
        };
    }

    /** Adds the sets that need no term: ASCII, and the other half of JIS X 0201. */
    private static List<Repertoire> complete(List<Repertoire> declared) {
        List<Repertoire> all = new ArrayList<>(declared);
        if (all.contains(Repertoire.IR_13)) {
            all.add(Repertoire.IR_14);
        }
        all.add(Repertoire.IR_6);
        return List.copyOf(all);
    }

    /** The values of (0008,0005); none for the default repertoire. */
    public List<String> terms() {
        return terms;
    }

    /**
     * The text of a value. What has no meaning in the character set becomes U+FFFD.
     *
     * @param delimiters the characters besides control characters that end the effect of an escape
     *     sequence: backslash, and in PN also {@code ^} and {@code =}
     * @throws CharacterSetException if a term is unknown and the value is not plain ASCII
     */
    public String decode(byte[] bytes, String delimiters) {
        if (isPlain(bytes) && !startsWithRomaji()) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        requireKnown();
        return whole.isPresent()
                ? new String(bytes, whole.get())
                : new Iso2022Decoder(initial(), declared, delimiters).decode(bytes);
    }

    /**
     * The bytes of a value's text.
     *
     * @param delimiters as in {@link #decode}
     * @throws CharacterSetException if a term is unknown or has no code for a character
     */
    public byte[] encode(String text, String delimiters) {
        if (isPlain(text) && !startsWithRomaji()) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
        requireKnown();
        return whole.isPresent()
                ? encodeWhole(text, whole.get())
                : new Iso2022Encoder(initial(), declared, delimiters).encode(text);
    }

    /** Whether {@link #encode} would succeed. */
    public boolean canEncode(String text, String delimiters) {
        try {
            encode(text, delimiters);
            return true;
        } catch (CharacterSetException e) {
            return false;
        }
    }

    /** Whether bytes are ASCII without escape sequences, and so the same in (almost) every set. */
    public static boolean isPlain(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0 || each == 0x1B) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0x80 && c != 0x1B);
    }

    private static byte[] encodeWhole(String text, Charset charset) {
        try {
            ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new CharacterSetException(charset + ": a character has no code");
        }
    }

    private void requireKnown() {
        if (unknown.isPresent()) {
            throw new CharacterSetException(
                    "Specific Character Set (0008,0005): unknown term " + printable(unknown.get()));
        }
    }

    private static String printable(String term) {
        String shown = term.length() > 20 ? term.substring(0, 20) : term;
        return '"' + shown.replaceAll("[^ -~]", "?") + '"';
    }

    private Designation initial() {
        return Designation.initial(declared.get(0));
    }

    private boolean startsWithRomaji() {
        return initial().g0() == Repertoire.IR_14;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpecificCharacterSet that && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return String.join("\\", terms);
    }
}
