/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.turnstile.api.charset.SpecificCharacterSet;

/**
 * A data set (PS3.5 chapter 7): elements in the order of their tags, never changed once built.
 * Values stay bytes until they are asked for. Texts are decoded under the data set's own Specific
 * Character Set (0008,0005), or else that of the data set around it.
 *
 * <p>The getters by type give the empty result where the element is absent or empty.
 */
public final class Dataset implements Iterable<DataElement> {

    /** The data set without elements. */
    public static final Dataset EMPTY =
            new Dataset(new DataElement[0], SpecificCharacterSet.DEFAULT);

    /** Most data sets one inside the other, the outermost counted. */
    public static final int MAX_DEPTH = 512;

    private final DataElement[] elements;
    private final SpecificCharacterSet characterSet;
    private final int depth;

    /** Of elements in the order of their tags. */
    Dataset(DataElement[] elements, SpecificCharacterSet characterSet) {
        this.elements = elements;
        this.characterSet = characterSet;
        this.depth = depth(elements);
    }

    private static int depth(DataElement[] elements) {
        int deepest = 0;
        for (DataElement each : elements) {
            if (each instanceof Sequence sequence) {
                for (Dataset item : sequence.items()) {
                    deepest = Math.max(deepest, item.depth);
                }
            }
        }
        if (deepest >= MAX_DEPTH) {
            throw new IllegalArgumentException("sequences: deeper than " + MAX_DEPTH);
        }
        return deepest + 1;
    }

    /** A builder of a new data set. */
    public static DatasetBuilder builder() {
        return new DatasetBuilder(SpecificCharacterSet.DEFAULT);
    }

    /**
     * A builder of an item of a data set with this character set.
     *
     * @param around the character set of texts if the item has no (0008,0005) of its own
     */
    public static DatasetBuilder builder(SpecificCharacterSet around) {
        return new DatasetBuilder(around);
    }

    /** A builder that starts with these elements; a new (0008,0005) encodes the texts anew. */
    public DatasetBuilder toBuilder() {
        return new DatasetBuilder(this);
    }

    /** The character set of its texts. */
    public SpecificCharacterSet characterSet() {
        return characterSet;
    }

    /** Number of elements, those in items not counted. */
    public int size() {
        return elements.length;
    }

    /** Whether there are no elements. */
    public boolean isEmpty() {
        return elements.length == 0;
    }

    /** Whether there is such an element, even an empty one. */
    public boolean contains(int tag) {
        return find(tag) >= 0;
    }

    /** The element. */
    public Optional<DataElement> get(int tag) {
        int found = find(tag);
        return found < 0 ? Optional.empty() : Optional.of(elements[found]);
    }

    private int find(int tag) {
        int low = 0;
        int high = elements.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compareUnsigned(elements[middle].tag(), tag);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private Optional<Value> value(int tag) {
        Optional<DataElement> element = get(tag);
        if (element.isPresent() && !(element.get() instanceof Value)) {
            throw new ValueException(tag, element.get().vr(), "has no plain value");
        }
        return element.map(Value.class::cast);
    }

    /**
     * The values as texts without padding; empty ones between others stay. UN is read as one text.
     *
     * @throws ValueException if the VR is not of characters
     * @throws org.turnstile.api.charset.CharacterSetException if the character set is unknown and
     *     matters
     */
    public List<String> getStrings(int tag) {
        return value(tag).map(value -> Texts.decode(value, characterSet)).orElse(List.of());
    }

    /** The first of {@link #getStrings}, if it is not empty. */
    public Optional<String> getString(int tag) {
        return getStrings(tag).stream().findFirst().filter(text -> !text.isEmpty());
    }

    /** The values of an element of PN. */
    public List<PersonName> getPersonNames(int tag) {
        return getStrings(tag).stream().map(PersonName::parse).toList();
    }

    /** The first of {@link #getPersonNames}. */
    public Optional<PersonName> getPersonName(int tag) {
        return getString(tag).map(PersonName::parse);
    }

    /**
     * The values as whole numbers: AT, IS, SL, SS, SV, UL, US, UV (as 64 bits), and DS without
     * fractions.
     *
     * @throws ValueException if the VR is another, or a value is not such a number
     */
    public long[] getLongs(int tag) {
        return value(tag).map(value -> Numbers.longs(value, strings(value))).orElse(new long[0]);
    }

    /** The first of {@link #getLongs}. */
    public OptionalLong getLong(int tag) {
        return Arrays.stream(getLongs(tag)).findFirst();
    }

    /**
     * The first of {@link #getLongs} in 32 bits.
     *
     * @throws ValueException if it does not fit
     */
    public OptionalInt getInt(int tag) {
        OptionalLong number = getLong(tag);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        long whole = number.getAsLong();
        boolean isTag = value(tag).map(Value::vr).filter(vr -> vr == VR.AT).isPresent();
        if (whole != (int) whole && !isTag) {
            throw new ValueException(tag, value(tag).orElseThrow().vr(), "too large: " + whole);
        }
        return OptionalInt.of((int) whole);
    }

    /**
     * The values as numbers: DS, FD, FL, OD, OF, and those of {@link #getLongs}.
     *
     * @throws ValueException if the VR is another, or a value is not a number
     */
    public double[] getDoubles(int tag) {
        return value(tag)
                .map(value -> Numbers.doubles(value, strings(value)))
                .orElse(new double[0]);
    }

    /** The first of {@link #getDoubles}. */
    public OptionalDouble getDouble(int tag) {
        return Arrays.stream(getDoubles(tag)).findFirst();
    }

    private List<String> strings(Value value) {
        return value.vr().isText() ? Texts.decode(value, characterSet) : List.of();
    }

    /** A copy of the value's bytes, in little endian order; none of an absent element. */
    public byte[] getBytes(int tag) {
        return value(tag).map(value -> value.array().clone()).orElse(new byte[0]);
    }

    /**
     * The items of a sequence.
     *
     * @throws ValueException if the element is not a sequence
     */
    public List<Dataset> getSequence(int tag) {
        Optional<DataElement> element = get(tag);
        if (element.isEmpty()) {
            return List.of();
        }
        if (element.get() instanceof Sequence sequence) {
            return sequence.items();
        }
        throw new ValueException(tag, element.get().vr(), "is not a sequence");
    }

    /**
     * The tag of a private element (PS3.5 §7.8.1).
     *
     * @param creator value of the Private Creator that reserved the block
     * @param group an odd group number
     * @param element the last two digits of the element number, 0 to FFH
     */
    public OptionalInt privateTag(String creator, int group, int element) {
        int first = PrivateBlocks.check(group, element);
        for (DataElement each : elements) {
            if (Tags.group(each.tag()) == group
                    && Tags.isPrivateCreator(each.tag())
                    && getString(each.tag()).filter(creator::equals).isPresent()) {
                return OptionalInt.of(first | Tags.element(each.tag()) << 8);
            }
        }
        return OptionalInt.empty();
    }

    /** The elements in the order of their tags. */
    @Override
    public Iterator<DataElement> iterator() {
        return List.of(elements).iterator();
    }

    /** Whether the other has equal elements, byte for byte. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Dataset that && Arrays.equals(elements, that.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }

    @Override
    public String toString() {
        return "data set of " + elements.length + " elements";
    }
}
