/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.access;

import org.turnstile.api.access.AccessSubject;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads for whom a rule is: {@code user:NAME}, {@code role:ROLE} or {@code anonymous}. */
final class Subjects implements ITypeConverter<AccessSubject> {

    @Override
    public AccessSubject convert(String text) {
        int colon = text.indexOf(':');
        String name = text.substring(colon + 1);
        try {
            return switch (colon < 0 ? text : text.substring(0, colon + 1)) {
                case "user:" -> AccessSubject.user(name);
                case "role:" -> AccessSubject.role(name);
                case "anonymous" -> AccessSubject.ANONYMOUS;
                default ->
                        throw new TypeConversionException(
                                "'" + text + "' is not user:NAME, role:ROLE or anonymous");
            };
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
