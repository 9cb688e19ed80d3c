/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.CommonExtendedNegotiation;
import org.turnstile.dicom.pdu.ExtendedNegotiation;
import org.turnstile.dicom.pdu.Pdu;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.UserIdentityAc;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;

/** What fits into 16 bits is sent, what does not is refused before anything is sent. */
class PduEncoderTest {

    /** 22 and 13 characters: with them 65,474 bytes of token fill user information. */
    private static final UserInformation INFORMATION =
            UserInformation.of(16384, "1.2.3.4.5.6.7.8.9.0.12", "TURNSTILE_1_0");

    private static UserInformation withToken(int length) {
        return INFORMATION.with(new UserIdentityRq(5, true, new byte[length], new byte[0]));
    }

    private static AAssociateRq rq(UserInformation information) {
        return rq("CALLED", "CALLING", information);
    }

    private static AAssociateRq rq(String called, String calling, UserInformation information) {
        return new AAssociateRq(
                1,
                called,
                calling,
                "1.2.840.10008.3.1.1.1",
                List.of(new PresentationContextRq(1, "1.2.840.10008.1.1", List.of("1.2"))),
                information,
                List.of());
    }

    private static UserInformation with(
            List<ExtendedNegotiation> extended,
            List<CommonExtendedNegotiation> common,
            UserIdentityAc response) {
        return new UserInformation(
                0,
                "",
                Optional.empty(),
                List.of(),
                "",
                extended,
                common,
                Optional.empty(),
                Optional.ofNullable(response));
    }

    /** Expects the encoder to refuse, and to leave no buffer behind. */
    private static AbstractThrowableAssert<?, ?> refused(Pdu pdu) {
        UnpooledByteBufAllocator alloc = new UnpooledByteBufAllocator(false);
        AbstractThrowableAssert<?, ?> thrown =
                assertThatThrownBy(() -> PduEncoder.encode(pdu, alloc))
                        .isInstanceOf(IllegalArgumentException.class);
        assertThat(alloc.metric().usedHeapMemory()).isZero();
        return thrown;
    }

    @Test
    void case17_userInformationOfFFFFBytes() {
        UserInformation information = withToken(65_474);
        assertThat(PduEncoder.userInformationLength(information)).isEqualTo(0xFFFF);
        byte[] bytes = Wire.encode(rq(information));
        UserIdentityRq identity = Wire.rq(bytes).userInformation().userIdentityRq().orElseThrow();
        assertThat(identity.primary()).hasSize(65_474);
        assertThat(Wire.encode(Wire.rq(bytes))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {65_475, 65_529, 65_530, 65_535, 65_536, 131_072})
    void case64_aTokenThatDoesNotFitIsRefusedBeforeAnythingIsSent(int length) {
        UserInformation information = withToken(length);
        assertThatThrownBy(() -> PduEncoder.userInformationLength(information))
                .asInstanceOf(type(PduTooLongException.class))
                .satisfies(
                        e -> assertThat(e.length()).isGreaterThan(0xFFFF).isLessThan(length + 99L))
                .satisfies(e -> assertThat(e).hasMessageContaining(e.field()))
                .satisfies(e -> assertThat(e.field()).matches(".*\\(5[08]H\\)"));
        refused(rq(information)).isInstanceOf(PduTooLongException.class);
    }

    @Test
    void case64_theFieldThatIsTooLongIsNamed() {
        assertThatThrownBy(() -> PduEncoder.userInformationLength(withToken(65_475)))
                .hasMessage("user information (50H): 65536 bytes, at most 65535 can be sent");
        assertThatThrownBy(() -> PduEncoder.userInformationLength(withToken(65_530)))
                .hasMessage("user identity (58H): 65536 bytes, at most 65535 can be sent");
        assertThatThrownBy(() -> PduEncoder.userInformationLength(withToken(65_536)))
                .hasMessage("primary field (58H): 65536 bytes, at most 65535 can be sent");
    }

    @Test
    void aSecondaryFieldThatDoesNotFitIsRefused() {
        UserIdentityRq identity = new UserIdentityRq(2, true, new byte[1], new byte[65_536]);
        assertThatThrownBy(() -> PduEncoder.userInformationLength(INFORMATION.with(identity)))
                .hasMessageContaining("secondary field (58H): 65536");
    }

    @Test
    void otherSubItemsThatDoNotFitAreRefused() {
        UserIdentityAc response = new UserIdentityAc(new byte[65_534]);
        refused(rq(with(List.of(), List.of(), response))).hasMessageContaining("(59H): 65536");
        ExtendedNegotiation extended = new ExtendedNegotiation("1.2", ByteBuffer.allocate(65_531));
        refused(rq(with(List.of(extended), List.of(), null))).hasMessageContaining("(56H): 65536");
        CommonExtendedNegotiation common =
                new CommonExtendedNegotiation("1.2", "1.3", Collections.nCopies(13_106, "1.2"));
        refused(rq(with(List.of(), List.of(common), null))).hasMessageContaining("(57H): 65542");
    }

    @Test
    void manySubItemsThatFitAloneAreRefusedTogether() {
        ExtendedNegotiation extended = new ExtendedNegotiation("1.2", ByteBuffer.allocate(32_768));
        refused(rq(with(List.of(extended, extended), List.of(), null)))
                .hasMessageContaining("user information (50H): 65562");
    }

    @Test
    void aPresentationContextThatDoesNotFitIsRefused() {
        PresentationContextRq context =
                new PresentationContextRq(1, "1.2", Collections.nCopies(9_400, "1.2"));
        AAssociateRq rq =
                new AAssociateRq(1, "A", "B", "1.2", List.of(context), INFORMATION, List.of());
        refused(rq).hasMessageContaining("presentation context (20H): 65811");
    }

    @Test
    void textsThatDoNotFitAreRefused() {
        refused(rq("SEVENTEEN_LETTERS", "B", INFORMATION))
                .hasMessage("called AE title: 17 bytes, at most 16 can be sent");
        refused(rq("A", "SEVENTEEN_LETTERS", INFORMATION)).hasMessageContaining("calling AE title");
        refused(rq(UserInformation.of(0, "1".repeat(65), "")))
                .hasMessageContaining("implementation class UID (52H): 65");
        refused(rq(UserInformation.of(0, "1.2", "SEVENTEEN_LETTERS")))
                .hasMessageContaining("implementation version name (55H): 17");
    }

    @Test
    void textsThatAreNotPrintableAsciiAreRefused() {
        refused(rq("A\nB", "B", INFORMATION)).hasMessage("called AE title: character 000AH at 1");
        refused(rq("A", "MÜLLER", INFORMATION)).hasMessageContaining("character 00DCH at 1");
    }

    @Test
    void numbersThatDoNotFitAreRefused() {
        refused(rq(UserInformation.of(-1, "", "")))
                .hasMessageContaining("maximum length (51H): -1");
        refused(rq(UserInformation.of(0x1_0000_0000L, "", ""))).hasMessageContaining("4294967296");
        refused(rq(INFORMATION.with(new UserIdentityRq(256, true, new byte[0], new byte[0]))))
                .hasMessageContaining("user identity type (58H): 256");
        PresentationContextRq even = new PresentationContextRq(2, "1.2", List.of("1.2"));
        refused(new AAssociateRq(1, "A", "B", "1.2", List.of(even), INFORMATION, List.of()))
                .hasMessageContaining("presentation context ID: 2");
        refused(new AAssociateRq(65536, "A", "B", "1.2", List.of(), INFORMATION, List.of()))
                .hasMessageContaining("protocol version: 65536");
    }
}
