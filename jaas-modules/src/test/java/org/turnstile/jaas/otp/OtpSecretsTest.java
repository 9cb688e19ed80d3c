/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.security.auth.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.WholeLog;

/** Case 100: no log, exception or text of an object shows a one-time passcode, key or value. */
class OtpSecretsTest {

    private static final String MODULE = "org.turnstile.jaas.otp.OtpLoginModule ";
    private static final String STORED = "50FE1962C4965880";
    private static final String N98 = "44B0BAFF93E25404";
    private static final String N97 = "3E6A51D0FDBEDC57";
    private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String NEW_CHAIN = "27BC71035AAF3DC6";

    /** Of the key, for the counters 0 and 1. */
    private static final List<String> TOKENS = List.of("755224", "287082");

    @TempDir private Path folder;
    private final List<String> shown = new ArrayList<>();
    private WholeLog log;
    private Home home;

    @BeforeEach
    void everythingIsLogged() throws Exception {
        log = WholeLog.listen();
        home = new Home(folder).stack(MODULE + "required graceSeconds=\"600\" warnBelow=\"9999\"");
        states("alice:otp-md5:99:test:" + STORED + ":-", "token:hotp:6:0:-:" + KEY + ":-");
    }

    @AfterEach
    void nothingIsLoggedAnyMore() throws Exception {
        log.close();
        home.close();
    }

    private void states(String... lines) throws Exception {
        Files.writeString(home.file("otp"), String.join("\n", lines) + "\n");
    }

    private void login(String user, String passcode, boolean good) {
        Subject subject = new Subject();
        Throwable thrown =
                catchThrowable(() -> home.context(home.passcode(user, passcode), subject).login());

        assertThat(thrown == null).as(passcode).isEqualTo(good);
        shown.add(subject.toString());
        if (thrown != null) {
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text, true));
            shown.add(text.toString());
        }
    }

    private void assertNothingIsShown(String... secrets) {
        String everything = (log.text() + String.join("\n", shown)).toUpperCase(Locale.ROOT);
        assertThat(everything).as("the log was heard").contains("TURN21");
        for (String secret : secrets) {
            assertThat(everything).doesNotContain(secret);
        }
    }

    @Test
    void case100ValuesOfAChainAreNowhere() {
        login("alice", N98 + "0", false);
        login("alice", "word:" + N98, false);
        login("mallory", N98, false);
        login("alice", N98, true);
        login("alice", "hex:" + N98, true);
        login("alice", STORED, false);
        login("alice", "init-hex:" + N97 + ":sha1 99 test:" + NEW_CHAIN, false);
        login("alice", "init-hex:" + N97 + ":sha1 99 alpha1:" + NEW_CHAIN, true);
        login("alice", NEW_CHAIN, false);

        assertNothingIsShown(N98, N97, STORED, NEW_CHAIN);
    }

    @Test
    void case100WordsAreNowhere() {
        // n = 98 of the chain, with a wrong last word before
        login("alice", "INCH SEA ANNE LONG AHEM TOUT", false);
        login("alice", "INCH SEA ANNE LONG AHEM ZZZZ", false);
        login("alice", N98, true);

        assertNothingIsShown("INCH", "ANNE", "AHEM", "TOUT", "ZZZZ");
    }

    @Test
    void case100PasscodesAndKeysOfATokenAreNowhere() {
        login("token", "755225", false);
        for (String passcode : TOKENS) {
            login("token", passcode, true);
        }
        login("token", TOKENS.get(0), false);
        login("alice", N98, true);

        assertNothingIsShown(KEY, "755225", TOKENS.get(0), TOKENS.get(1));
    }

    @Test
    void case100WhatIsWrongInTheFileIsNamedAndNotQuoted() throws Exception {
        login("alice", N98, true);
        for (String line :
                List.of(
                        "bob:" + KEY,
                        "bob:hotp:6:0:" + KEY,
                        "bob:hotp:" + KEY + ":0:-:-:-",
                        "bob:hotp:6:0:-:" + KEY + "!:-",
                        "bob:otp-md5:99:test:" + STORED + "0:-")) {
            states(line);
            login("alice", N98, false);
        }

        assertNothingIsShown(KEY, STORED, N98);
    }
}
