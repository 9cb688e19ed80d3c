/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.IdentityType;
import org.turnstile.api.Status;
import org.turnstile.api.data.UIDs;
import org.turnstile.api.io.DatasetWriter;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.demo.data.DemoImage;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.dicom.dimse.client.DimseClient;
import org.turnstile.dicom.pdu.UserIdentityRq;

/**
 * Brings the demo's objects to the archive as any modality would: by C-STORE, as the user {@code
 * modality}. An object that is there already is no second one, since its content is the same.
 */
final class DemoArchive {

    private static final String USER = "modality";
    private static final String PASSCODE = "modality-pass";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;

    DemoArchive(int port) {
        this.port = port;
    }

    /**
     * Stores all images on one association.
     *
     * @throws DemoException if the archive does not take them: the home folder may be one whose
     *     accounts or data are others by now
     */
    void store(List<DemoImage> images) throws DemoException {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try (ClientAssociation association = new DimseClient(group).connect(options())) {
            if (association.contexts().size() < 2) {
                throw new DemoException("The demo's objects were not stored: not accepted");
            }
            for (DemoImage image : images) {
                store(image, association);
            }
            association.release();
        } catch (IOException e) {
            throw new DemoException("The demo's objects were not stored: " + e.getMessage());
        } finally {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    private ConnectOptions options() {
        UserIdentityRq identity =
                new UserIdentityRq(
                        IdentityType.PASSCODE.code(),
                        false,
                        USER.getBytes(StandardCharsets.UTF_8),
                        PASSCODE.getBytes(StandardCharsets.UTF_8));
        return ConnectOptions.to("127.0.0.1", port)
                .called("TURNSTILE")
                .calling("DEMO-MODALITY")
                .identity(identity)
                .acseTimeout(PATIENCE)
                .dimseTimeout(PATIENCE)
                .context(UIDs.CTImageStorage, UIDs.ExplicitVRLittleEndian)
                .context(UIDs.MRImageStorage, UIDs.ExplicitVRLittleEndian)
                .build();
    }

    private static void store(DemoImage image, ClientAssociation association)
            throws IOException, DemoException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DatasetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(image.dataset(), bytes);
        Status status =
                association.store(
                        image.sopClass(),
                        image.sopInstance(),
                        UIDs.ExplicitVRLittleEndian,
                        new ByteArrayInputStream(bytes.toByteArray()));
        if (!status.isSuccess()) {
            throw new DemoException("The demo's objects were not stored: status " + status);
        }
    }
}
