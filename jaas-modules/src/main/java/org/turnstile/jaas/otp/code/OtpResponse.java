/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a user answers (RFC 2289 §7.2, RFC 2243 §3): a value in one of its two forms, bare or behind
 * {@code hex:} or {@code word:}; or, behind {@code init-hex:} or {@code init-word:}, a value and
 * the start of a new chain.
 */
public final class OtpResponse {

    /** Most bytes of a response; the longest re-initialisation in words has 99. */
    public static final int MAX_BYTES = 256;

    private static final int HEX_DIGITS = 16;

    private final List<Long> values;
    private final Optional<NewChain> newChain;

    private OtpResponse(List<Long> values, Optional<NewChain> newChain) {
        this.values = List.copyOf(values);
        this.newChain = newChain;
    }

    /**
     * The chain that replaces the one of before.
     *
     * @param challenge its parameters; the sequence is that of the value
     * @param value its first stored value
     */
    public record NewChain(Challenge challenge, long value) {
        @Override
        public String toString() {
            return "new chain " + challenge;
        }
    }

    /**
     * Reads a response.
     *
     * @throws OtpFormatException if it has none of the forms
     */
    public static OtpResponse parse(byte[] bytes) throws OtpFormatException {
        if (bytes.length > MAX_BYTES) {
            throw new OtpFormatException("longer than " + MAX_BYTES + " bytes");
        }
        String text = ascii(bytes);
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new OtpResponse(eitherForm(text), Optional.empty());
        }
        String rest = text.substring(colon + 1);
        return switch (text.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
            case "hex" -> new OtpResponse(List.of(hex(rest)), Optional.empty());
            case "word" -> new OtpResponse(List.of(SixWords.decode(rest)), Optional.empty());
            case "init-hex" -> init(rest, OtpResponse::hex);
            case "init-word" -> init(rest, SixWords::decode);
            default -> throw new OtpFormatException("the type before the colon is unknown");
        };
    }

    private static String ascii(byte[] bytes) throws OtpFormatException {
        for (byte b : bytes) {
            if (b < 0) {
                throw new OtpFormatException("not ASCII");
            }
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** Words such as BED and DEAF are hexadecimal digits too, so that both forms can fit. */
    private static List<Long> eitherForm(String text) throws OtpFormatException {
        List<Long> values = new ArrayList<>();
        if (isHex(text)) {
            values.add(hex(text));
            if (text.strip().split("\\s+").length != SixWords.COUNT) {
                return values;
            }
        }
        try {
            values.add(SixWords.decode(text));
        } catch (OtpFormatException e) {
            if (values.isEmpty()) {
                throw e;
            }
        }
        return values;
    }

    private interface Form {
        long decode(String text) throws OtpFormatException;
    }

    private static OtpResponse init(String text, Form form) throws OtpFormatException {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new OtpFormatException("a new chain is not written CURRENT:PARAMETERS:NEW");
        }
        NewChain chain = new NewChain(Challenge.parameters(parts[1]), form.decode(parts[2]));
        return new OtpResponse(List.of(form.decode(parts[0])), Optional.of(chain));
    }

    private static boolean isHex(String text) {
        String digits = text.replaceAll("\\s", "");
        return digits.length() == HEX_DIGITS && digits.chars().allMatch(HexFormat::isHexDigit);
    }

    private static long hex(String text) throws OtpFormatException {
        if (!isHex(text)) {
            throw new OtpFormatException("not 16 hexadecimal digits");
        }
        return HexFormat.fromHexDigitsToLong(text.replaceAll("\\s", ""));
    }

    /** A value in hexadecimal digits, four by four: {@code 5BF0 75D9 959D 036F}. */
    public static String toHex(long value) {
        String digits = HexFormat.of().withUpperCase().toHexDigits(value);
        return digits.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The value; two where the response can be read in both forms. */
    public List<Long> values() {
        return values;
    }

    /** The new chain, if the response brings one. */
    public Optional<NewChain> newChain() {
        return newChain;
    }

    @Override
    public String toString() {
        return newChain.isPresent() ? "response with a new chain" : "response";
    }
}
