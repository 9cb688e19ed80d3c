/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.turnstile.api.charset.SpecificCharacterSet;
import org.turnstile.api.data.DataElement;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Fragments;
import org.turnstile.api.data.Sequence;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.Tags;
import org.turnstile.api.data.VR;
import org.turnstile.api.data.Value;

/** Makes elements of bytes (PS3.5 §7.1, §7.5), within the limits. */
final class ElementParser {

    private static final String TAG_FIELD = "tag";

    private final ByteSource in;
    private final Path path;
    private final ReadLimits limits;
    private int count;

    ElementParser(ByteSource in, Path path, ReadLimits limits) {
        this.in = in;
        this.path = path;
        this.limits = limits;
    }

    /** What ends a data set. */
    private enum End {
        OF_STREAM,
        OF_LENGTH,
        DELIMITER
    }

    /** The data set that the stream is, up to the first tag that is not below the given one. */
    Dataset outermost(Scope scope, int stopTag) throws IOException {
        return dataset(scope, End.OF_STREAM, Long.MAX_VALUE, stopTag);
    }

    private Dataset dataset(Scope start, End kind, long end, int stopTag) throws IOException {
        Scope scope = start;
        DatasetBuilder builder = Dataset.builder(scope.characterSet());
        int previous = 0;
        boolean first = true;
        while (!isOver(scope, kind, end, stopTag)) {
            int tag = in.peekTag(scope.bigEndian());
            if (!first && Integer.compareUnsigned(tag, previous) <= 0) {
                throw in.wrong(
                        TAG_FIELD, Tags.toString(tag) + " follows " + Tags.toString(previous));
            }
            first = false;
            previous = tag;
            path.enter(tag);
            DataElement element = element(scope, end);
            path.leave();
            builder.put(element);
            scope = after(element, scope);
        }
        return builder.build();
    }

    private boolean isOver(Scope scope, End kind, long end, int stopTag) throws IOException {
        if (kind == End.OF_STREAM ? in.atEnd() : in.position() == end) {
            if (kind == End.DELIMITER) {
                throw in.wrong("item", "no Item Delimitation Item before the end around it");
            }
            return true;
        }
        int tag = in.peekTag(scope.bigEndian());
        if (kind == End.DELIMITER && tag == Tags.ITEM_DELIMITATION_ITEM) {
            in.tag(scope.bigEndian());
            delimiterLength(scope);
            return true;
        }
        if (Tags.group(tag) == Tags.group(Tags.ITEM)) {
            throw in.wrong(TAG_FIELD, Tags.toString(tag) + " in place of a data element");
        }
        return kind == End.OF_STREAM && Integer.compareUnsigned(tag, stopTag) >= 0;
    }

    private void delimiterLength(Scope scope) throws IOException {
        long length = in.u32(scope.bigEndian(), "delimiter length");
        if (length != 0) {
            throw in.wrong("delimiter length", length + " is not 0");
        }
    }

    private static Scope after(DataElement element, Scope scope) {
        if (element.tag() == Tag.SpecificCharacterSet && element instanceof Value) {
            Dataset alone = Dataset.builder().put(element).build();
            SpecificCharacterSet set = alone.characterSet();
            return scope.withCharacterSet(set);
        }
        if (element.tag() == Tag.PixelRepresentation && element instanceof Value value) {
            return scope.withSigned(value.length() > 0 && value.buffer().get(0) == 1);
        }
        return scope;
    }

    private DataElement element(Scope scope, long end) throws IOException {
        tally();
        Header header = Header.read(in, scope);
        if (header.isUndefined()) {
            return switch (header.vr()) {
                case SQ -> sequence(header, scope, end);
                case UN -> sequence(header, scope.implicit(), end);
                case OB, OW -> fragments(header, scope, end);
                default ->
                        throw in.wrong(
                                Header.LENGTH_FIELD,
                                "undefined, which " + header.vr() + " may not be");
            };
        }
        within(header.length(), end, Header.LENGTH_FIELD);
        if (header.vr() == VR.SQ) {
            return sequence(header, scope, in.position() + header.length());
        }
        byte[] bytes = bytes(header.length());
        if (scope.bigEndian()) {
            Words.swap(bytes, header.vr().wordSize());
        }
        return Value.wrap(header.tag(), header.vr(), bytes);
    }

    private void tally() throws DatasetException {
        if (++count > limits.maxElements()) {
            throw in.wrong("count", "more than " + limits.maxElements() + " elements and items");
        }
    }

    private void within(long length, long end, String field) throws DatasetException {
        if (length > end - in.position()) {
            throw in.wrong(
                    field,
                    length + " with " + Math.max(0, end - in.position()) + " left around it");
        }
    }

    private byte[] bytes(long length) throws IOException {
        if (length > limits.maxValueLength()) {
            throw in.wrong(Header.LENGTH_FIELD, length + " is over " + limits.maxValueLength());
        }
        return in.bytes((int) length);
    }

    private Sequence sequence(Header header, Scope scope, long end) throws IOException {
        if (scope.depth() >= limits.maxDepth()) {
            throw in.wrong("depth", "more than " + limits.maxDepth());
        }
        List<Dataset> items = new ArrayList<>();
        while (hasItem(header, scope, end)) {
            items.add(item(scope.inner(), end));
        }
        return new Sequence(header.tag(), items);
    }

    private Dataset item(Scope scope, long end) throws IOException {
        long length = in.u32(scope.bigEndian(), "item length");
        if (length == Header.UNDEFINED) {
            return dataset(scope, End.DELIMITER, end, 0);
        }
        within(length, end, "item length");
        return dataset(scope, End.OF_LENGTH, in.position() + length, 0);
    }

    /** Takes the tag of the next item, or what ends the sequence. */
    private boolean hasItem(Header header, Scope scope, long end) throws IOException {
        if (in.position() >= end) {
            if (header.isUndefined()) {
                throw in.wrong("sequence", "no Sequence Delimitation Item before the end around");
            }
            return false;
        }
        int tag = in.tag(scope.bigEndian());
        if (tag == Tags.ITEM) {
            tally();
            path.nextItem();
            return true;
        }
        if (tag == Tags.SEQUENCE_DELIMITATION_ITEM && header.isUndefined()) {
            delimiterLength(scope);
            return false;
        }
        throw in.wrong(TAG_FIELD, Tags.toString(tag) + " in place of an item");
    }

    private Fragments fragments(Header header, Scope scope, long end) throws IOException {
        List<ByteBuffer> items = new ArrayList<>();
        while (hasItem(header, scope, end)) {
            long length = in.u32(scope.bigEndian(), "fragment length");
            within(length, end, "fragment length");
            items.add(ByteBuffer.wrap(bytes(length)));
        }
        return new Fragments(header.tag(), header.vr(), items);
    }
}
