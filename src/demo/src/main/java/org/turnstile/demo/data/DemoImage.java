/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.UIDs;

/**
 * An image of the demo (PS3.3 §A.3, §A.4).
 *
 * @param study the study it belongs to
 * @param seriesNumber Series Number, 1 for the first of the study
 * @param instanceNumber Instance Number, 1 for the first of the series
 */
public record DemoImage(DemoStudy study, int seriesNumber, int instanceNumber) {

    private static final Set<String> PAIRED = Set.of("KNEE", "SHOULDER", "ANKLE");
    private static final double SLICE_MILLIMETRES = 5;

    /** The images of a study. */
    public static List<DemoImage> of(DemoStudy study) {
        List<DemoImage> images = new ArrayList<>();
        for (int series = 1; series <= study.series().size(); series++) {
            int count = study.series().get(series - 1).images();
            for (int instance = 1; instance <= count; instance++) {
                images.add(new DemoImage(study, series, instance));
            }
        }
        return images;
    }

    /** SOP Class UID. */
    public String sopClass() {
        return isCt() ? UIDs.CTImageStorage : UIDs.MRImageStorage;
    }

    /** SOP Instance UID. */
    public String sopInstance() {
        return DemoUid.of(seriesPath() + "/image " + instanceNumber);
    }

    /** The image as a data set. */
    public Dataset dataset() {
        DatasetBuilder image = Dataset.builder();
        patient(image);
        study(image);
        series(image);
        plane(image);
        if (isCt()) {
            ct(image);
        } else {
            mr(image);
        }
        DemoPixels.gradient(instanceNumber).addTo(image);
        return image.build();
    }

    private DemoSeries series() {
        return study.series().get(seriesNumber - 1);
    }

    private boolean isCt() {
        return series().modality().equals("CT");
    }

    private String studyPath() {
        return "study " + study.number();
    }

    private String seriesPath() {
        return studyPath() + "/series " + seriesNumber;
    }

    private void patient(DatasetBuilder image) {
        DemoPatient patient = study.patient();
        if (!patient.characterSet().isEmpty()) {
            image.setString(
                    Tag.SpecificCharacterSet, patient.characterSet().toArray(new String[0]));
        }
        image.setString(Tag.PatientName, patient.name())
                .setString(Tag.PatientID, patient.id())
                .setString(Tag.PatientBirthDate, patient.birthDate())
                .setString(Tag.PatientSex, patient.sex());
    }

    private void study(DatasetBuilder image) {
        image.setString(Tag.StudyInstanceUID, DemoUid.of(studyPath()))
                .setString(Tag.StudyDate, study.date())
                .setString(Tag.StudyTime, String.format("%02d1500", 7 + study.number() % 12))
                .setString(Tag.StudyID, Integer.toString(study.number()))
                .setString(Tag.AccessionNumber, String.format("A%05d", study.number()))
                .setString(Tag.StudyDescription, study.description())
                .setString(Tag.ReferringPhysicianName, "Referrer^Rita");
    }

    private void series(DatasetBuilder image) {
        image.setString(Tag.SOPClassUID, sopClass())
                .setString(Tag.SOPInstanceUID, sopInstance())
                .setString(Tag.SeriesInstanceUID, DemoUid.of(seriesPath()))
                .setString(Tag.FrameOfReferenceUID, DemoUid.of(studyPath() + "/frame"))
                .setEmpty(Tag.PositionReferenceIndicator)
                .setString(Tag.Modality, series().modality())
                .setString(Tag.Manufacturer, "Turnstile demo")
                .setString(Tag.InstitutionName, series().institution())
                .setString(Tag.SeriesDescription, series().description())
                .setString(Tag.BodyPartExamined, study.bodyPart())
                .setString(Tag.PatientPosition, "HFS")
                .setLong(Tag.SeriesNumber, seriesNumber)
                .setLong(Tag.InstanceNumber, instanceNumber);
        if (PAIRED.contains(study.bodyPart())) {
            image.setString(Tag.Laterality, "R");
        }
    }

    private void plane(DatasetBuilder image) {
        image.setString(Tag.ImageType, "ORIGINAL", "PRIMARY", isCt() ? "AXIAL" : "OTHER")
                .setDouble(Tag.SliceThickness, SLICE_MILLIMETRES)
                .setDouble(Tag.PixelSpacing, 4, 4)
                .setDouble(
                        Tag.ImagePositionPatient,
                        -126,
                        -126,
                        SLICE_MILLIMETRES * (instanceNumber - 1))
                .setDouble(Tag.ImageOrientationPatient, 1, 0, 0, 0, 1, 0);
    }

    private static void ct(DatasetBuilder image) {
        image.setDouble(Tag.KVP, 120)
                .setLong(Tag.AcquisitionNumber, 1)
                .setDouble(Tag.RescaleIntercept, -1024)
                .setDouble(Tag.RescaleSlope, 1);
    }

    private void mr(DatasetBuilder image) {
        boolean t1 = series().description().startsWith("T1");
        image.setString(Tag.ScanningSequence, "SE")
                .setString(Tag.SequenceVariant, t1 ? "NONE" : "SK")
                .setEmpty(Tag.ScanOptions)
                .setString(Tag.MRAcquisitionType, "2D")
                .setDouble(Tag.RepetitionTime, t1 ? 500 : 4000)
                .setDouble(Tag.EchoTime, t1 ? 15 : 100)
                .setLong(Tag.EchoTrainLength, t1 ? 1 : 12);
    }
}
