/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;
import org.turnstile.testkit.dicom.UserIdentityBytes;

/** Where a passcode must not turn up, after it was good and after it was wrong. */
class SecretsCasesTest {

    private static final int MASK = 0x5A;

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(home -> home.add("users", carolsLine(goodPasscode())));

    private static final byte[] GOOD = masked();
    private static final byte[] WRONG = masked();

    @TempDir private Path folder;
    private CapturedLog everything;

    /** Twenty random digits that no other object in the heap holds by chance, masked. */
    private static byte[] masked() {
        byte[] random = new byte[10];
        new SecureRandom().nextBytes(random);
        byte[] digits = HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
        return mask(digits);
    }

    private static byte[] mask(byte[] bytes) {
        byte[] masked = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            masked[i] = (byte) (bytes[i] ^ MASK);
        }
        return masked;
    }

    private static String text(byte[] masked) {
        return new String(mask(masked), StandardCharsets.US_ASCII);
    }

    private static String goodPasscode() {
        return text(GOOD);
    }

    private static String carolsLine(String passcode) {
        return Home.line("carol", passcode);
    }

    @BeforeEach
    void captureEverything() {
        everything = CapturedLog.of("");
    }

    @AfterEach
    void captureNothing() {
        everything.close();
    }

    private ScriptedPeer to(byte[] masked) {
        return adapter.associate(UserIdentityBytes.passcode("carol", text(masked), true));
    }

    private void loginGoodAndWrong() {
        assertThat(adapter.caller(accepted()).name()).isEqualTo("carol");
        to(WRONG).expect(Examples.RJ121);
    }

    private ScriptedPeer accepted() {
        ScriptedPeer peer = to(GOOD);
        peer.expectAccept();
        return peer;
    }

    private static boolean holdsSecret(String text) {
        return text.contains(text(GOOD)) || text.contains(text(WRONG));
    }

    @Test
    void case100_passcodesInNoLogEventBeanOrThreadName() {
        loginGoodAndWrong();

        assertThat(everything.entries()).noneMatch(SecretsCasesTest::holdsSecret);
        assertThat(adapter.log().entries()).isNotEmpty().noneMatch(SecretsCasesTest::holdsSecret);
        assertThat(adapter.associations().opened().toString() + adapter.associations().rejected())
                .contains("carol")
                .doesNotMatch(SecretsCasesTest::holdsSecret);
        assertThat(adapter.echo().calls().toString()).doesNotMatch(SecretsCasesTest::holdsSecret);
        assertThat(adapter.management().everything().toString())
                .contains("carol")
                .doesNotMatch(SecretsCasesTest::holdsSecret);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> holdsSecret(thread.getName()));
        assertThat(adapter.echo().last().request().association().identity().subject().toString())
                .contains("carol")
                .doesNotMatch(SecretsCasesTest::holdsSecret);
    }

    @Test
    void case100_passcodesNowhereInTheHeap() throws IOException {
        loginGoodAndWrong();
        // a third, which is there to be found, shows that the search finds
        byte[] third = masked();
        String bytes = text(third);
        char[] characters = text(third).toCharArray();

        Path dump = folder.resolve("live.hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(dump.toString(), true);

        HeapSearch heap = HeapSearch.in(dump, MASK);
        assertThat(heap.finds(third)).isTrue();
        assertThat(heap.finds(GOOD)).as("the good passcode is in the heap").isFalse();
        assertThat(heap.finds(WRONG)).as("the wrong passcode is in the heap").isFalse();
        assertThat(bytes).isEqualTo(new String(characters));
    }
}
