/* SPDX-License-Identifier: Apache-2.0 */

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the classes Tag and UIDs from elements.tsv and uids.tsv. The build runs it as a
 * single-file program: {@code java Constants.java RESOURCES OUTPUT}.
 */
final class Constants {

    private static final String PACKAGE = "org.turnstile.api.data";

    private Constants() {}

    public static void main(String[] args) throws IOException {
        Path resources = Path.of(args[0]);
        Path output = Path.of(args[1]).resolve(PACKAGE.replace('.', '/'));
        Files.createDirectories(output);
        write(output.resolve("Tag.java"), tags(rows(resources.resolve("elements.tsv"), 6)));
        write(output.resolve("UIDs.java"), uids(rows(resources.resolve("uids.tsv"), 5)));
    }

    private static List<String[]> rows(Path file, int columns) throws IOException {
        List<String[]> rows =
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\t", -1))
                        .toList();
        for (String[] row : rows) {
            if (row.length != columns) {
                throw new IOException(file + ": " + String.join("|", row));
            }
        }
        return rows;
    }

    private static String tags(List<String[]> rows) {
        StringBuilder out =
                head(
                        "Tag",
                        "The tags of PS3.6 chapters 6 to 8 and PS3.7 annex E by their keywords, as"
                                + " GGGGEEEEH. Of a\n * repeating group, the first of its tags.");
        for (String[] row : rows) {
            String tag = row[0].replace('x', '0');
            doc(out, "(" + row[0].substring(0, 4) + "," + row[0].substring(4) + ") " + row[5]
                    + ", " + row[1] + ", " + row[2] + (row[3].isEmpty() ? "" : ", retired"));
            out.append("    public static final int ").append(row[4]);
            out.append(" = 0x").append(tag).append(";\n\n");
        }
        return end(out, "Tag");
    }

    private static String uids(List<String[]> rows) {
        StringBuilder out = head("UIDs", "The UIDs of PS3.6 annex A by their keywords.");
        for (String[] row : rows) {
            if (!row[3].isEmpty()) {
                doc(out, row[4] + ", " + row[1] + (row[2].isEmpty() ? "" : ", retired"));
                out.append("    public static final String ").append(row[3]);
                out.append(" = \"").append(row[0]).append("\";\n\n");
            }
        }
        return end(out, "UIDs");
    }

    private static StringBuilder head(String type, String comment) {
        return new StringBuilder("package " + PACKAGE + ";\n\n")
                .append("import javax.annotation.processing.Generated;\n\n")
                .append("/** " + comment + " */\n")
                .append("@Generated(\"Constants.java\")\n")
                .append("public final class " + type + " {\n\n");
    }

    private static void doc(StringBuilder out, String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        out.append("    /** ").append(safe).append(". */\n");
    }

    private static String end(StringBuilder out, String type) {
        return out.append("    private " + type + "() {}\n}\n").toString();
    }

    /** Leaves an equal file alone, so that nothing is compiled again for it. */
    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
