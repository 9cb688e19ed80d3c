/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.turnstile.api.charset.SpecificCharacterSet;

/**
 * Builds a {@link Dataset}. Texts are encoded by {@link #build}, under the (0008,0005) that was set
 * at any time before. If none was set and a text needs more than the character set around, UTF-8 is
 * declared. Where no VR is given, the dictionary's is taken. Not for use by several threads.
 */
public final class DatasetBuilder {

    private static final int ITEM_GROUP = 0xFFFE;

    private record Text(VR vr, List<String> values) {}

    private final SpecificCharacterSet around;
    private final Map<Integer, DataElement> elements = new TreeMap<>(Integer::compareUnsigned);
    private final Map<Integer, Text> texts = new TreeMap<>(Integer::compareUnsigned);

    DatasetBuilder(SpecificCharacterSet around) {
        this.around = around;
    }

    DatasetBuilder(Dataset from) {
        this.around =
                from.contains(Tag.SpecificCharacterSet)
                        ? SpecificCharacterSet.DEFAULT
                        : from.characterSet();
        for (DataElement each : from) {
            if (each instanceof Value value && Scopes.dependsOnCharacterSet(value)) {
                List<String> values = Texts.decode(value, from.characterSet());
                texts.put(value.tag(), new Text(value.vr(), values));
            } else {
                elements.put(each.tag(), each);
            }
        }
    }

    private static VR vr(int tag) {
        return Dictionary.standard().vr(tag, false);
    }

    /**
     * Puts an element as it is; its texts are taken to be in the character set of the data set.
     *
     * @throws IllegalArgumentException if the tag is of an item or a delimiter
     */
    public DatasetBuilder put(DataElement element) {
        if (Tags.group(element.tag()) == ITEM_GROUP) {
            throw new IllegalArgumentException(
                    "tag: " + Tags.toString(element.tag()) + " is no data element");
        }
        texts.remove(element.tag());
        elements.put(element.tag(), element);
        return this;
    }

    /** Takes an element away, if there is one. */
    public DatasetBuilder remove(int tag) {
        texts.remove(tag);
        elements.remove(tag);
        return this;
    }

    /** Sets texts, with the dictionary's VR. */
    public DatasetBuilder setString(int tag, String... values) {
        return setString(tag, vr(tag), values);
    }

    /**
     * Sets texts.
     *
     * @throws ValueException if the VR is not of characters, or cannot hold them
     */
    public DatasetBuilder setString(int tag, VR vr, String... values) {
        List<String> all = List.of(values);
        Texts.check(tag, vr, all);
        remove(tag);
        texts.put(tag, new Text(vr, all));
        return this;
    }

    /** Sets person names. */
    public DatasetBuilder setPersonName(int tag, PersonName... names) {
        List<String> values = new ArrayList<>();
        for (PersonName each : names) {
            values.add(each.toString());
        }
        return setString(tag, VR.PN, values.toArray(new String[0]));
    }

    /** Sets whole numbers, with the dictionary's VR. */
    public DatasetBuilder setLong(int tag, long... values) {
        return setLong(tag, vr(tag), values);
    }

    /**
     * Sets whole numbers: AT, IS, DS, SL, SS, SV, UL, US, or UV.
     *
     * @throws ValueException if the VR is another, or a number is out of its range
     */
    public DatasetBuilder setLong(int tag, VR vr, long... values) {
        if (vr == VR.IS || vr == VR.DS) {
            List<String> all = new ArrayList<>();
            for (long each : values) {
                all.add(Long.toString(each));
            }
            return setString(tag, vr, all.toArray(new String[0]));
        }
        if (!vr.isInteger()) {
            throw new ValueException(tag, vr, "does not hold whole numbers");
        }
        return put(Numbers.encode(tag, vr, values));
    }

    /** Sets numbers, with the dictionary's VR. */
    public DatasetBuilder setDouble(int tag, double... values) {
        return setDouble(tag, vr(tag), values);
    }

    /**
     * Sets numbers: FD, FL, OD, OF, or DS. In DS they are rounded to what 16 characters hold.
     *
     * @throws ValueException if the VR is another
     */
    public DatasetBuilder setDouble(int tag, VR vr, double... values) {
        if (vr == VR.DS) {
            List<String> all = new ArrayList<>();
            for (double each : values) {
                all.add(DecimalString.of(tag, each));
            }
            return setString(tag, vr, all.toArray(new String[0]));
        }
        if (!vr.isFloat()) {
            throw new ValueException(tag, vr, "does not hold numbers with fractions");
        }
        return put(Numbers.encode(tag, vr, values));
    }

    /** Sets bytes, in little endian order. */
    public DatasetBuilder setBytes(int tag, VR vr, byte[] bytes) {
        return put(Value.of(tag, vr, bytes));
    }

    /** Sets a sequence. */
    public DatasetBuilder setSequence(int tag, Dataset... items) {
        return put(new Sequence(tag, List.of(items)));
    }

    /** Sets an element without a value, or a sequence without items, with the dictionary's VR. */
    public DatasetBuilder setEmpty(int tag) {
        VR vr = vr(tag);
        return vr == VR.SQ ? setSequence(tag) : setBytes(tag, vr, new byte[0]);
    }

    /**
     * The tag of a private element; a block is reserved for the creator if it has none yet (PS3.5
     * §7.8.1).
     *
     * @param creator who defines the element, 1 to 64 characters
     * @param group an odd group number
     * @param element the last two digits of the element number, 0 to FFH
     * @throws IllegalArgumentException if a number is out of range, or all blocks are taken
     */
    public int privateTag(String creator, int group, int element) {
        int first = PrivateBlocks.check(group, element);
        for (int block = PrivateBlocks.FIRST; block <= PrivateBlocks.LAST; block++) {
            int at = Tags.of(group, block);
            if (!elements.containsKey(at) && !texts.containsKey(at)) {
                setString(at, VR.LO, creator);
            }
            if (isCreator(at, creator)) {
                return first | block << 8;
            }
        }
        throw new IllegalArgumentException("group: no free private block in " + group);
    }

    private boolean isCreator(int tag, String creator) {
        if (elements.get(tag) instanceof Value value) {
            return Texts.decode(value, SpecificCharacterSet.DEFAULT).equals(List.of(creator));
        }
        Text text = texts.get(tag);
        return text != null && text.values().equals(List.of(creator));
    }

    /**
     * The data set.
     *
     * @throws org.turnstile.api.charset.CharacterSetException if the (0008,0005) that was set is
     *     not known, or has no code for a character
     */
    public Dataset build() {
        SpecificCharacterSet set = characterSet();
        Map<Integer, DataElement> all = new TreeMap<>(Integer::compareUnsigned);
        elements.forEach((tag, element) -> all.put(tag, Scopes.adopt(element, set)));
        texts.forEach(
                (tag, text) -> all.put(tag, Texts.encode(tag, text.vr(), text.values(), set)));
        return new Dataset(all.values().toArray(new DataElement[0]), set);
    }

    private SpecificCharacterSet characterSet() {
        if (!contains(Tag.SpecificCharacterSet)) {
            if (texts.values().stream().allMatch(this::fitsAround)) {
                return around;
            }
            setString(Tag.SpecificCharacterSet, "ISO_IR 192");
        }
        Text declared = texts.get(Tag.SpecificCharacterSet);
        return declared != null
                ? SpecificCharacterSet.of(declared.values())
                : Scopes.declared(elements.get(Tag.SpecificCharacterSet));
    }

    private boolean contains(int tag) {
        return texts.containsKey(tag) || elements.containsKey(tag);
    }

    private boolean fitsAround(Text text) {
        return !text.vr().isCharacterSetText()
                || text.values().stream()
                        .allMatch(each -> around.canEncode(each, text.vr().delimiters()));
    }
}
