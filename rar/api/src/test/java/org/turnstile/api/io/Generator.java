/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.turnstile.api.charset.SpecificCharacterSet;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Dictionary;
import org.turnstile.api.data.ElementEntry;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.Tags;
import org.turnstile.api.data.VR;

/** Valid data sets of every VR, nested, with private elements; the same for the same seed. */
final class Generator {

    private static final List<ElementEntry> KNOWN =
            Dictionary.standard().elements().stream()
                    .filter(entry -> entry.vrs().size() == 1 && entry.tag() > 0x00081000)
                    .filter(entry -> !Tags.isGroupLength(entry.tag()))
                    // DCMTK lists of the repeating groups only these
                    .filter(entry -> entry.pattern().matches("[0-9A-F]{8}|60.*"))
                    // dcmdump would take the data set for an image, or for one of another kind
                    .filter(entry -> Tags.group(entry.tag()) != 0x0028)
                    .toList();

    private static final List<VR> VRS = List.of(VR.values());

    private final Random random;

    Generator(long seed) {
        random = new Random(seed);
    }

    Dataset dataset() {
        DatasetBuilder builder =
                Dataset.builder().setString(Tag.SpecificCharacterSet, "ISO_IR 192");
        fill(builder, 3);
        return builder.build();
    }

    private void fill(DatasetBuilder builder, int depth) {
        for (int i = random.nextInt(12); i >= 0; i--) {
            ElementEntry entry = KNOWN.get(random.nextInt(KNOWN.size()));
            element(builder, entry.tag(), entry.vrs().get(0), depth);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            VR vr = VRS.get(random.nextInt(VRS.size()));
            int tag = builder.privateTag("ACME " + i, 0x0011, random.nextInt(256));
            element(builder, tag, vr, depth);
        }
    }

    private void element(DatasetBuilder builder, int tag, VR vr, int depth) {
        if (vr == VR.SQ) {
            Dataset[] items = new Dataset[depth == 0 ? 0 : random.nextInt(4)];
            Arrays.setAll(items, i -> item(depth - 1));
            builder.setSequence(tag, items);
        } else if (vr.isText()) {
            String[] values = new String[vr.isDelimited() ? 1 + random.nextInt(3) : 1];
            Arrays.setAll(values, i -> text(vr));
            builder.setString(tag, vr, values);
        } else if (vr.isFloat()) {
            // all finite: of what is not, dcm2json makes no JSON
            builder.setDouble(tag, vr, random.doubles(random.nextInt(5), -1e9, 1e9).toArray());
        } else {
            byte[] bytes = new byte[8 * random.nextInt(5)];
            random.nextBytes(bytes);
            builder.setBytes(tag, vr, bytes);
        }
    }

    private Dataset item(int depth) {
        DatasetBuilder builder = Dataset.builder(SpecificCharacterSet.UTF_8);
        if (random.nextInt(8) > 0) {
            fill(builder, depth);
        }
        return builder.build();
    }

    private String text(VR vr) {
        return switch (vr) {
            case AE, CS -> "X" + random.nextInt(1000);
            case AS -> String.format("%03dY", random.nextInt(100));
            case DA ->
                    String.format(
                            "20%02d0%d1%d",
                            random.nextInt(99), 1 + random.nextInt(9), random.nextInt(9));
            case DS -> random.nextInt(100) + "." + (1 + random.nextInt(9));
            case DT, TM -> String.format("%02d%02d", random.nextInt(24), random.nextInt(60));
            case IS -> String.valueOf(random.nextInt());
            case PN -> letters() + "^" + letters() + "=山田^" + letters();
            case UI -> "1.2." + random.nextInt(100000);
            case UR -> "http://example.org/" + random.nextInt(100);
            default -> letters();
        };
    }

    private String letters() {
        String all = "abcdefghijklmnopqrstuvwxyzÄÖÜéèЖшΩ東京한글 ";
        StringBuilder out = new StringBuilder("T");
        for (int i = random.nextInt(10); i > 0; i--) {
            out.append(all.charAt(random.nextInt(all.length())));
        }
        return out.append('.').toString();
    }
}
