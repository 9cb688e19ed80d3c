/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnstile.api.data.DataElement;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Dictionary;
import org.turnstile.api.data.ElementEntry;
import org.turnstile.api.data.Sequence;
import org.turnstile.api.data.Tags;
import org.turnstile.api.data.UIDs;
import org.turnstile.testkit.peer.Peers;

/**
 * DCMTK's dcmdump, dcm2json and dcmconv see what we see. Where they are not installed the tests are
 * skipped and say so; with {@code -Dturnstile.peers.required=true} that is a failure.
 */
@Timeout(60)
class DcmtkTest {

    private static final int SEEDS = 8;
    private static final Pattern DUMPED =
            Pattern.compile(
                    " *\\(([0-9a-f]{4}),([0-9a-f]{4})\\) ([A-Z?]{2}) .*# +[0-9u/l]+, *[0-9]+ (.+)");

    @TempDir private Path folder;

    private static String run(String program, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Peers.require(program)));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream in = process.getInputStream()) {
            String said = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
            return said;
        }
    }

    static Stream<Arguments> files() {
        return Stream.of(
                        UIDs.ImplicitVRLittleEndian,
                        UIDs.ExplicitVRLittleEndian,
                        UIDs.ExplicitVRBigEndian,
                        UIDs.DeflatedExplicitVRLittleEndian)
                .flatMap(
                        uid -> IntStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(uid, seed)));
    }

    private Path write(Dataset dataset, String uid, LengthForm form) throws IOException {
        Path file = folder.resolve("written.dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            new FileMetaInformation(UIDs.RawDataStorage, "1.2.3", uid, "1.2.4", "").write(out);
            new DatasetWriter(TransferSyntax.of(uid), form).write(dataset, out);
        }
        return file;
    }

    private static LengthForm form(int seed) {
        return seed % 2 == 0 ? LengthForm.DEFINED : LengthForm.UNDEFINED;
    }

    private static Dataset read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            String uid = FileMetaInformation.read(in).transferSyntax();
            try (DatasetReader reader = new DatasetReader(in, TransferSyntax.of(uid))) {
                return reader.read();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void dcmdumpSeesTheSameElements(String uid, int seed) throws Exception {
        Path file = write(new Generator(seed).dataset(), uid, form(seed));
        List<String> theirs = new ArrayList<>();
        for (String line : run("dcmdump", "-q", "+E", file).split("\n")) {
            Matcher matcher = DUMPED.matcher(line);
            if (matcher.matches() && !matcher.group(1).matches("0002|fffe")) {
                String tag = matcher.group(1) + matcher.group(2);
                String keyword = matcher.group(4).replaceFirst("RETIRED_|ACR_NEMA_", "");
                // what Implicit VR does not tell is printed as ??
                String vr = matcher.group(3).replace("??", "UN");
                theirs.add(tag + " " + vr + " " + keyword);
            }
        }
        List<String> ours = new ArrayList<>();
        list(read(file), ours);
        assertThat(theirs).containsExactlyElementsOf(ours);
    }

    private static void list(Dataset dataset, List<String> lines) {
        for (DataElement each : dataset) {
            lines.add(String.format("%08x %s %s", each.tag(), each.vr(), keyword(each.tag())));
            if (each instanceof Sequence sequence) {
                sequence.items().forEach(item -> list(item, lines));
            }
        }
    }

    private static String keyword(int tag) {
        String unlisted = Tags.isPrivateCreator(tag) ? "PrivateCreator" : "Unknown Tag & Data";
        return Dictionary.standard().element(tag).map(ElementEntry::keyword).orElse(unlisted);
    }

    @ParameterizedTest
    @MethodSource("files")
    void dcm2jsonWritesTheSameJson(String uid, int seed) throws Exception {
        Path file = write(new Generator(seed).dataset(), uid, form(seed));
        StringBuilder ours = new StringBuilder();
        DatasetJson.write(read(file), ours);
        Map<String, String> mine = new TreeMap<>();
        flatten("", "", Json.parse(ours.toString()), mine);
        Map<String, String> theirs = new TreeMap<>();
        flatten("", "", Json.parse(run("dcm2json", "-q", file)), theirs);
        List<String> differences = new ArrayList<>();
        theirs.forEach(
                (path, value) -> {
                    if (!value.equals(mine.get(path))) {
                        differences.add(path + ": " + mine.get(path) + ", DCMTK: " + value);
                    }
                });
        assertThat(differences).isEmpty();
        assertThat(mine.keySet()).isEqualTo(theirs.keySet());
    }

    /** Puts each leaf under its path. Numbers of FL and FD count, not how they are written. */
    private static void flatten(String path, String vr, Object json, Map<String, String> leaves) {
        if (json instanceof Map<?, ?> map) {
            String inner = String.valueOf(map.get("vr"));
            leaves.put(path, "object");
            map.forEach((name, value) -> flatten(path + "." + name, inner, value, leaves));
        } else if (json instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "[" + i + "]", vr, list.get(i), leaves);
            }
        } else if (json instanceof BigDecimal number && vr.matches("FL|FD")) {
            leaves.put(
                    path,
                    vr.equals("FL")
                            ? Float.toString(number.floatValue())
                            // DCMTK's conversion is not exact in the last digits
                            : number.round(new MathContext(12)).stripTrailingZeros().toString());
        } else {
            leaves.put(path, json.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+te, 1.2.840.10008.1.2.1",
        "+tb, 1.2.840.10008.1.2.2",
        "+td, 1.2.840.10008.1.2.1.99"
    })
    void whatDcmconvWritesWeReadAlike(String option, String uid) throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            Dataset dataset = new Generator(seed).dataset();
            Path file = write(dataset, UIDs.ExplicitVRLittleEndian, form(seed));
            Path converted = folder.resolve("converted.dcm");
            run("dcmconv", option, seed % 3 == 0 ? "-e" : "+e", file, converted);
            assertThat(read(converted)).as("%s, seed %d", uid, seed).isEqualTo(dataset);
        }
    }
}
