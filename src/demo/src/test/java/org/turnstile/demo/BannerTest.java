/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnstile.demo.data.DemoStudies;
import org.turnstile.demo.data.DemoStudy;

class BannerTest {

    private final String banner = Banner.text(4242, Path.of("/home/x"), Path.of("/log"));

    @Test
    void itNamesThePortTheAccountsAndTheCommands() {
        assertThat(banner)
                .contains("127.0.0.1:4242")
                .contains("radiologist-pass")
                .contains("echoscu -aec TURNSTILE localhost 4242")
                .contains("storescu -usr modality")
                .contains("turnstile echo")
                .contains(
                        "turnstile find -aec TURNSTILE --user radiologist --password"
                                + " radiologist-pass --level STUDY -k PatientID="
                                + " -k InstitutionName= --json localhost 4242\n")
                .contains("/home/x");
    }

    @Test
    void itNamesTheLinesForKerberos() {
        assertThat(Banner.kerberos(4242, Path.of("/home/x"), true))
                .contains("export KRB5_CONFIG=/home/x/krb5.conf")
                .contains("kinit radiologist")
                .contains("turnstile find -aec TURNSTILE --kerberos")
                .contains("--json localhost 4242\n");
    }

    @Test
    void aHomeOfAnEarlierDemoSaysWhyThereIsNoKerberos() {
        assertThat(Banner.kerberos(4242, Path.of("/home/x"), false))
                .contains("/home/x/login.conf")
                .doesNotContain("kinit");
    }

    @Test
    void itNamesTheLinesForOneTimePasscodes() {
        assertThat(Banner.oneTime(4242, Path.of("/home/x"), true))
                .contains("echo one-time-pass-phrase | ")
                .contains("turnstile otp challenge --home /home/x ")
                .contains("--user one-time --otp --home /home/x -rsp localhost 4242\n")
                .contains(
                        "storescu -usr one-time -pwd PASSCODE -rsp -aec TURNSTILE localhost 4242");
        assertThat(Banner.oneTime(4242, Path.of("/home/x"), false))
                .contains("/home/x/login.conf")
                .doesNotContain("pass-phrase");
    }

    @Test
    void everyAccountIsShownWithItsPasscode() {
        assertThat(DemoAccount.all())
                .allSatisfy(
                        account ->
                                assertThat(banner)
                                        .containsPattern(
                                                account.name() + " +" + account.passcode() + " "));
    }

    @Test
    void whatItSaysThatEachSeesIsWhatTheDataHold() {
        var studies = DemoStudies.all();
        long north = studies.stream().filter(study -> study.isOf("NORTH")).count();
        Set<String> granted = Set.of("DEMO-3", "DEMO-4");
        long referred =
                studies.stream()
                        .map(DemoStudy::patient)
                        .filter(p -> granted.contains(p.id()))
                        .count();
        assertThat(banner)
                .contains("all " + studies.size() + " studies")
                .contains("the " + north + " studies of institution NORTH")
                .contains("the " + referred + " studies of patients DEMO-3 and DEMO-4");
    }
}
