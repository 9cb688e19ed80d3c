/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.turnstile.api.data.DataElement;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Fragments;
import org.turnstile.api.data.PersonName;
import org.turnstile.api.data.Sequence;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.Tags;
import org.turnstile.api.data.VR;
import org.turnstile.api.data.Value;

/**
 * Writes data sets in the DICOM JSON Model (PS3.18 annex F). The text is to be sent as UTF-8, so a
 * Specific Character Set becomes {@code ISO_IR 192}. Group lengths and encapsulated pixel data are
 * left out: the first has no place there, the second no inline form.
 */
public final class DatasetJson {

    private DatasetJson() {}

    /**
     * Writes one object.
     *
     * @throws org.turnstile.api.data.ValueException if a binary value has not the length of its VR
     * @throws org.turnstile.api.charset.CharacterSetException if a text cannot be decoded because
     *     its character set is not known
     * @throws IOException if the output fails
     */
    public static void write(Dataset dataset, Appendable out) throws IOException {
        out.append('{');
        boolean first = true;
        for (DataElement each : dataset) {
            if (!Tags.isGroupLength(each.tag()) && !(each instanceof Fragments)) {
                out.append(first ? "" : ",");
                first = false;
                JsonText.name(String.format("%08X", each.tag()), out);
                element(dataset, each, out);
            }
        }
        out.append('}');
    }

    private static void element(Dataset dataset, DataElement element, Appendable out)
            throws IOException {
        out.append("{\"vr\":\"").append(element.vr().name()).append('"');
        if (element instanceof Sequence sequence && !sequence.isEmpty()) {
            items(sequence, out);
        } else if (element instanceof Value value && !value.isEmpty()) {
            value(dataset, value, out);
        }
        out.append('}');
    }

    private static void items(Sequence sequence, Appendable out) throws IOException {
        out.append(",\"Value\":[");
        boolean first = true;
        for (Dataset each : sequence.items()) {
            out.append(first ? "" : ",");
            first = false;
            write(each, out);
        }
        out.append(']');
    }

    private static void value(Dataset dataset, Value value, Appendable out) throws IOException {
        VR vr = value.vr();
        if (value.tag() == Tag.SpecificCharacterSet) {
            out.append(",\"Value\":[\"ISO_IR 192\"]");
        } else if (vr.isText()) {
            texts(vr, dataset.getStrings(value.tag()), out);
        } else if (vr.isInteger()) {
            values(JsonNumbers.integers(vr, dataset.getLongs(value.tag())), out);
        } else if (vr == VR.FL || vr == VR.FD) {
            values(JsonNumbers.floats(vr, dataset.getDoubles(value.tag())), out);
        } else {
            binary(value.buffer(), out);
        }
    }

    private static void binary(ByteBuffer bytes, Appendable out) throws IOException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        out.append(",\"InlineBinary\":\"");
        out.append(Base64.getEncoder().encodeToString(copy)).append('"');
    }

    /** Values that are JSON already. */
    private static void values(List<String> values, Appendable out) throws IOException {
        out.append(",\"Value\":[").append(String.join(",", values)).append(']');
    }

    private static void texts(VR vr, List<String> texts, Appendable out) throws IOException {
        if (texts.size() == 1 && texts.get(0).isEmpty()) {
            return;
        }
        out.append(",\"Value\":[");
        boolean first = true;
        for (String each : texts) {
            out.append(first ? "" : ",");
            first = false;
            text(vr, each, out);
        }
        out.append(']');
    }

    private static void text(VR vr, String text, Appendable out) throws IOException {
        if (text.isEmpty()) {
            out.append("null");
        } else if (vr == VR.PN) {
            name(PersonName.parse(text), out);
        } else if (vr == VR.DS || vr == VR.IS) {
            out.append(JsonNumbers.decimal(vr, text));
        } else {
            JsonText.string(text, out);
        }
    }

    private static void name(PersonName name, Appendable out) throws IOException {
        out.append('{');
        boolean more = group("Alphabetic", name.alphabetic(), false, out);
        more = group("Ideographic", name.ideographic(), more, out);
        group("Phonetic", name.phonetic(), more, out);
        out.append('}');
    }

    private static boolean group(String label, String text, boolean more, Appendable out)
            throws IOException {
        if (text.isEmpty()) {
            return more;
        }
        out.append(more ? "," : "");
        JsonText.name(label, out);
        JsonText.string(text, out);
        return true;
    }
}
