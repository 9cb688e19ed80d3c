/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.data.UIDs;
import org.turnstile.demo.data.DemoImage;
import org.turnstile.demo.data.DemoStudies;

@Timeout(60)
class DemoArchiveTest {

    private final List<DemoImage> images = DemoImage.of(DemoStudies.all().get(0));
    private ModalityServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ModalityServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void allImagesAreStoredAsTheModality() throws DemoException {
        new DemoArchive(server.port()).store(images);
        assertThat(server.stored())
                .containsExactlyElementsOf(images.stream().map(DemoImage::sopInstance).toList());
        assertThat(server.users()).containsExactly("modality:modality-pass");
    }

    @Test
    void aRefusalIsOneSentence() {
        server.answer(Status.NOT_AUTHORIZED);
        assertThatThrownBy(() -> new DemoArchive(server.port()).store(images))
                .isInstanceOf(DemoException.class)
                .hasMessage("The demo's objects were not stored: status 0124H");
    }

    @Test
    void anArchiveThatTakesNoImagesIsNamed() {
        server.takesOnly(UID.VERIFICATION, UIDs.CTImageStorage);
        assertThatThrownBy(() -> new DemoArchive(server.port()).store(images))
                .isInstanceOf(DemoException.class)
                .hasMessage("The demo's objects were not stored: not accepted");
    }

    @Test
    void anAccountThatIsAnotherByNowIsOneSentenceWithoutThePasscode() {
        server.rejectAll();
        assertThatThrownBy(() -> new DemoArchive(server.port()).store(images))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("rejected-permanent")
                .hasMessageNotContaining("modality-pass");
    }

    @Test
    void aClosedPortIsNamed() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            assertThatThrownBy(() -> new DemoArchive(port).store(images))
                    .isInstanceOf(DemoException.class)
                    .hasMessageContaining("cannot connect to 127.0.0.1:" + port);
        }
    }
}
