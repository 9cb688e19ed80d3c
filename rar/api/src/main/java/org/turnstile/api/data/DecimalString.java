/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as DS writes them: at most 16 characters (PS3.5 §6.2). */
final class DecimalString {

    private static final int MOST = 16;

    private DecimalString() {}

    static String of(int tag, double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new ValueException(tag, VR.DS, "not finite: " + number);
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        for (int digits = MOST; digits > 0; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            String plain = rounded.toPlainString();
            String shortest = plain.length() <= MOST ? plain : rounded.toString();
            if (shortest.length() <= MOST) {
                return shortest;
            }
        }
        throw new ValueException(tag, VR.DS, "too long: " + number);
    }
}
