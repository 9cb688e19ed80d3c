/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import java.util.Optional;
import org.turnstile.api.EchoListener;
import org.turnstile.api.FindListener;
import org.turnstile.api.StoreListener;
import org.turnstile.api.UID;
import org.turnstile.dicom.dimse.command.CommandSet;

/** The DIMSE services that a handler can serve, each with its listener interface. */
enum Service {
    /** C-ECHO. */
    ECHO("C-ECHO", CommandSet.C_ECHO_RQ, EchoListener.class, UID.VERIFICATION),
    /** C-STORE. */
    STORE("C-STORE", CommandSet.C_STORE_RQ, StoreListener.class, SopClasses.STORAGE),
    /** C-FIND. */
    FIND(
            "C-FIND",
            CommandSet.C_FIND_RQ,
            FindListener.class,
            UID.PATIENT_ROOT_FIND + "," + UID.STUDY_ROOT_FIND);

    private final String title;
    private final int commandField;
    private final Class<?> listenerType;
    private final String defaultSopClasses;

    Service(String title, int commandField, Class<?> listenerType, String defaultSopClasses) {
        this.title = title;
        this.commandField = commandField;
        this.listenerType = listenerType;
        this.defaultSopClasses = defaultSopClasses;
    }

    String title() {
        return title;
    }

    Class<?> listenerType() {
        return listenerType;
    }

    String defaultSopClasses() {
        return defaultSopClasses;
    }

    static Optional<Service> of(int commandField) {
        for (Service service : values()) {
            if (service.commandField == commandField) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }
}
