/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.sasl.SaslClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wildfly.security.auth.callback.ExtendedChoiceCallback;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.sasl.otp.OTPSaslClientFactory;

/** The client of WildFly Elytron, which is not ours, answers challenges as we expect it. */
class ElytronOracleTest {

    private static final String ALPHABET =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,'!";

    /** Picks the form of the response and types the pass-phrase. */
    private record Person(String form, String passPhrase) implements CallbackHandler {
        @Override
        public void handle(Callback[] callbacks) {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName("alice");
                } else if (callback instanceof PasswordCallback password) {
                    password.setPassword(passPhrase.toCharArray());
                } else if (callback instanceof ExtendedChoiceCallback choice) {
                    List<String> choices = Arrays.asList(choice.getChoices());
                    int wanted = choices.indexOf(form);
                    choice.setSelectedIndex(wanted < 0 ? choice.getDefaultChoice() : wanted);
                }
            }
        }
    }

    private static byte[] answer(String form, String passPhrase, Challenge challenge)
            throws Exception {
        SaslClient client =
                new OTPSaslClientFactory(WildFlyElytronPasswordProvider.getInstance())
                        .createSaslClient(
                                new String[] {"OTP"},
                                null,
                                "acme",
                                "test",
                                Map.of(),
                                new Person(form, passPhrase));
        client.evaluateChallenge(new byte[0]);
        return client.evaluateChallenge((challenge + " ext").getBytes(StandardCharsets.US_ASCII));
    }

    private static String passPhrase(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = 10 + random.nextInt(54); length > 0; length--) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hex", "word"})
    void everyAnswerIsTheValueThatWeCompute(String form) throws Exception {
        Random random = new Random(1760);
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            OtpAlgorithm algorithm = i % 2 == 0 ? OtpAlgorithm.MD5 : OtpAlgorithm.SHA1;
            String secret = passPhrase(random);
            Challenge challenge =
                    new Challenge(algorithm, 1 + random.nextInt(600), "s" + random.nextInt(9_999));

            byte[] answer = answer(form, secret, challenge);

            long value =
                    algorithm.value(
                            secret.getBytes(StandardCharsets.US_ASCII),
                            challenge.seed(),
                            challenge.sequence());
            assertThat(new String(answer, StandardCharsets.US_ASCII)).startsWith(form + ":");
            assertThat(OtpResponse.parse(answer).values()).containsExactly(value);
            values.add(value);
        }
        assertThat(values).doesNotHaveDuplicates();
    }
}
