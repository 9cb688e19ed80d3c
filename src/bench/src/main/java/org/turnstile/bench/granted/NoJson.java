/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.granted;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** Keeps Hibernate from looking for an implementation of JSON-B: no column of ours holds JSON. */
final class NoJson implements FormatMapper {

    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        throw new UnsupportedOperationException("JSON");
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        throw new UnsupportedOperationException("JSON");
    }
}
