/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.IOException;
import java.time.Instant;
import org.turnstile.ejb.index.Content;
import org.turnstile.ejb.index.Placement;
import org.turnstile.ejb.index.attributes.ObjectAttributes;

/** A spooled object that gets its final name when the index asks for it. */
final class PlacedObject implements Placement {

    private final ObjectFiles files;
    private final Spooled spooled;
    private final ObjectAttributes object;
    private String name = "";

    PlacedObject(ObjectFiles files, Spooled spooled, ObjectAttributes object) {
        this.files = files;
        this.spooled = spooled;
        this.object = object;
    }

    @Override
    public String digest() {
        return spooled.digest();
    }

    @Override
    public Content place() throws IOException {
        name = files.place(spooled, object.series().uid(), object.instance().uid());
        return new Content(name, spooled.size(), spooled.digest(), Instant.now());
    }

    /** Removes the file, if it has its name, since no row will name it. */
    void takeBack() throws IOException {
        if (!name.isEmpty()) {
            files.remove(name);
        }
    }

    /** The index has the same content already: it is made sure that its file is there. */
    void isKeptAs(String file) throws IOException {
        if (name.isEmpty()) {
            files.restore(spooled, file);
        }
    }
}
