/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The studies of the demo. Six are of institution NORTH, six of SOUTH; the last one has a series of
 * each, so a rule for one institution does not show it.
 */
public final class DemoStudies {

    private static final String NORTH = "NORTH";
    private static final String SOUTH = "SOUTH";

    private final List<DemoStudy> studies = new ArrayList<>();

    private DemoStudies() {}

    /** All studies, by patient. */
    public static List<DemoStudy> all() {
        DemoStudies all = new DemoStudies();
        all.addAll(DemoPatient.all());
        return List.copyOf(all.studies);
    }

    private void addAll(List<DemoPatient> patients) {
        DemoPatient german = patients.get(0);
        add(german, "20240108", "CT Schädel nativ", "HEAD", ct(NORTH));
        add(german, "20240212", "MRT Kopf, Verlauf in Köln", "HEAD", mr(NORTH));
        DemoPatient japanese = patients.get(1);
        add(japanese, "20240305", "胸部CT", "CHEST", ct(NORTH));
        add(japanese, "20240611", "胸部CT", "CHEST", ct(SOUTH));
        DemoPatient greek = patients.get(2);
        add(greek, "20240402", "Μαγνητική γόνατος", "KNEE", mr(SOUTH));
        add(greek, "20240918", "Μαγνητική γόνατος", "KNEE", mr(NORTH));
        DemoPatient korean = patients.get(3);
        add(korean, "20231127", "복부 CT", "ABDOMEN", ct(SOUTH));
        add(korean, "20240519", "척추 MR", "LSPINE", mr(SOUTH));
        add(korean, "20241003", "복부 CT", "ABDOMEN", ct(NORTH));
        DemoPatient arabic = patients.get(4);
        add(arabic, "20240730", "رنين الكتف", "SHOULDER", mr(SOUTH));
        DemoPatient plain = patients.get(5);
        add(plain, "20240822", "CT sinuses", "HEAD", ct(NORTH));
        add(plain, "20241114", "MR ankle", "ANKLE", mr(SOUTH));
        add(plain, "20250120", "CT and MR pelvis", "PELVIS", both());
    }

    private void add(
            DemoPatient patient,
            String date,
            String description,
            String bodyPart,
            List<DemoSeries> series) {
        int number = studies.size() + 1;
        studies.add(new DemoStudy(number, patient, date, description, bodyPart, series));
    }

    private static List<DemoSeries> ct(String institution) {
        return List.of(
                new DemoSeries(institution, "CT", "Scout", 1),
                new DemoSeries(institution, "CT", "Axial 5.0", 2));
    }

    private static List<DemoSeries> mr(String institution) {
        return List.of(
                new DemoSeries(institution, "MR", "T1 SE", 1),
                new DemoSeries(institution, "MR", "T2 TSE", 2));
    }

    private static List<DemoSeries> both() {
        return List.of(
                new DemoSeries(NORTH, "CT", "Axial 5.0", 1),
                new DemoSeries(SOUTH, "MR", "T2 TSE", 1));
    }
}
