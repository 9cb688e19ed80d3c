/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo.data;

import java.util.List;

/**
 * A patient whom nobody is.
 *
 * @param id Patient ID
 * @param name Patient's Name, component groups joined by {@code =}
 * @param birthDate Patient's Birth Date
 * @param sex Patient's Sex
 * @param characterSet values of Specific Character Set in all objects of the patient
 */
public record DemoPatient(
        String id, String name, String birthDate, String sex, List<String> characterSet) {

    /** Keeps a copy of the list. */
    public DemoPatient {
        characterSet = List.copyOf(characterSet);
    }

    /** The six patients: one in ASCII, the others in as many other scripts. */
    public static List<DemoPatient> all() {
        return List.of(
                new DemoPatient("DEMO-1", "Müller^Jürgen", "19570314", "M", List.of("ISO_IR 100")),
                // code extensions: ASCII first, then ideographs and kana of JIS X 0208
                new DemoPatient(
                        "DEMO-2",
                        "Yamada^Hanako=山田^花子=やまだ^はなこ",
                        "19681103",
                        "F",
                        List.of("", "ISO 2022 IR 87")),
                new DemoPatient(
                        "DEMO-3", "Παπαδοπούλου^Ελένη", "19820821", "F", List.of("ISO_IR 126")),
                new DemoPatient(
                        "DEMO-4", "Hong^Gildong=洪^吉洞=홍^길동", "19490615", "M", List.of("ISO_IR 192")),
                new DemoPatient("DEMO-5", "حداد^ليلى", "19910228", "F", List.of("ISO_IR 127")),
                new DemoPatient("DEMO-6", "Doe^Alex", "20011231", "O", List.of()));
    }
}
