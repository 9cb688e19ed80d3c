/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The published vectors of RFC 2289 Appendix C, and their checksums. */
public final class Vectors {

    /** One line of the appendix. */
    public record Vector(
            OtpAlgorithm algorithm,
            String passPhrase,
            String seed,
            int sequence,
            String hex,
            String words,
            int checksum) {

        /** The pass-phrase as a user types it. */
        public byte[] secret() {
            return passPhrase.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static final String TABLE =
            """
            md4 | This is a test. | TeSt | 0 | D185 4218 EBBB 0B51 | ROME MUG FRED SCAN LIVE LACE | 3
            md4 | This is a test. | TeSt | 1 | 6347 3EF0 1CD0 B444 | CARD SAD MINI RYE COL KIN | 1
            md4 | This is a test. | TeSt | 99 | C5E6 1277 6E6C 237A | NOTE OUT IBIS SINK NAVE MODE | 3
            md4 | AbCdEfGhIjK | alpha1 | 0 | 5007 6F47 EB1A DE4E | AWAY SEN ROOK SALT LICE MAP | 2
            md4 | AbCdEfGhIjK | alpha1 | 1 | 65D2 0D19 49B5 F7AB | CHEW GRIM WU HANG BUCK SAID | 1
            md4 | AbCdEfGhIjK | alpha1 | 99 | D150 C82C CE6F 62D1 | ROIL FREE COG HUNK WAIT COCA | 0
            md4 | OTP's are good | correct | 0 | 849C 79D4 F6F5 5388 | FOOL STEM DONE TOOL BECK NILE | 3
            md4 | OTP's are good | correct | 1 | 8C09 92FB 2508 47B1 | GIST AMOS MOOT AIDS FOOD SEEM | 1
            md4 | OTP's are good | correct | 99 | 3F3B F4B4 145F D74B | TAG SLOW NOV MIN WOOL KENO | 2
            md5 | This is a test. | TeSt | 0 | 9E87 6134 D904 99DD | INCH SEA ANNE LONG AHEM TOUR | 0
            md5 | This is a test. | TeSt | 1 | 7965 E054 36F5 029F | EASE OIL FUM CURE AWRY AVIS | 1
            md5 | This is a test. | TeSt | 99 | 50FE 1962 C496 5880 | BAIL TUFT BITS GANG CHEF THY | 2
            md5 | AbCdEfGhIjK | alpha1 | 0 | 8706 6DD9 644B F206 | FULL PEW DOWN ONCE MORT ARC | 0
            md5 | AbCdEfGhIjK | alpha1 | 1 | 7CD3 4C10 40AD D14B | FACT HOOF AT FIST SITE KENT | 3
            md5 | AbCdEfGhIjK | alpha1 | 99 | 5AA3 7A81 F212 146C | BODE HOP JAKE STOW JUT RAP | 3
            md5 | OTP's are good | correct | 0 | F205 7539 43DE 4CF9 | ULAN NEW ARMY FUSE SUIT EYED | 0
            md5 | OTP's are good | correct | 1 | DDCD AC95 6F23 4937 | SKIM CULT LOB SLAM POE HOWL | 0
            md5 | OTP's are good | correct | 99 | B203 E28F A525 BE47 | LONG IVY JULY AJAR BOND LEE | 2
            sha1 | This is a test. | TeSt | 0 | BB9E 6AE1 979D 8FF4 | MILT VARY MAST OK SEES WENT | 0
            sha1 | This is a test. | TeSt | 1 | 63D9 3663 9734 385B | CART OTTO HIVE ODE VAT NUT | 0
            sha1 | This is a test. | TeSt | 99 | 87FE C776 8B73 CCF9 | GAFF WAIT SKID GIG SKY EYED | 0
            sha1 | AbCdEfGhIjK | alpha1 | 0 | AD85 F658 EBE3 83C9 | LEST OR HEEL SCOT ROB SUIT | 2
            sha1 | AbCdEfGhIjK | alpha1 | 1 | D07C E229 B5CF 119B | RITE TAKE GELD COST TUNE RECK | 1
            sha1 | AbCdEfGhIjK | alpha1 | 99 | 27BC 7103 5AAF 3DC6 | MAY STAR TIN LYON VEDA STAN | 3
            sha1 | OTP's are good | correct | 0 | D51F 3E99 BF8E 6F0B | RUST WELT KICK FELL TAIL FRAU | 3
            sha1 | OTP's are good | correct | 1 | 82AE B52D 9437 74E4 | FLIT DOSE ALSO MEW DRUM DEFY | 0
            sha1 | OTP's are good | correct | 99 | 4F29 6A74 FE15 67EC | AURA ALOE HURL WING BERG WAIT | 1
            """;

    private Vectors() {}

    /** All 27. */
    public static Stream<Vector> all() {
        return TABLE.lines().map(line -> List.of(line.split(" \\| "))).map(Vectors::vector);
    }

    private static Vector vector(List<String> cells) {
        return new Vector(
                OtpAlgorithm.of(cells.get(0)).orElseThrow(),
                cells.get(1),
                cells.get(2),
                Integer.parseInt(cells.get(3)),
                cells.get(4),
                cells.get(5),
                Integer.parseInt(cells.get(6)));
    }
}
