/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import java.nio.file.Path;

/** What a newcomer reads once the demo runs. */
final class Banner {

    private Banner() {}

    static String text(int port, Path home, Path log) {
        return """

        Turnstile listens on 127.0.0.1:%1$d as TURNSTILE. Ctrl-C stops it.

          account       passcode            may                    sees
          chief         chief-pass          find, store, explain   all 13 studies
          radiologist   radiologist-pass    find                   the 6 studies of institution NORTH
          referrer      referrer-pass       find                   the 5 studies of patients DEMO-3 and DEMO-4
          modality      modality-pass       store                  nothing: its query is refused, 0124H
          one-time      good once, below    find, store            as radiologist
          (nobody)                          echo                   nothing

        Try, in another terminal (the last two come with `apt-get install dcmtk`):

          src/cli/target/turnstile find -aec TURNSTILE --user radiologist --password radiologist-pass --level STUDY -k PatientID= -k InstitutionName= --json localhost %1$d
          src/cli/target/turnstile echo -aec TURNSTILE --user radiologist --password radiologist-pass -rsp localhost %1$d
          echoscu -aec TURNSTILE localhost %1$d
          storescu -usr modality -pwd modality-pass -rsp -aec TURNSTILE localhost %1$d FILE.dcm

        Configuration and data: %2$s
        Log: %3$s

        """
                .formatted(port, home, log);
    }

    /**
     * @param known whether the home's login entry takes one-time passcodes
     */
    static String oneTime(int port, Path home, boolean known) {
        if (!known) {
            return """
            No one-time passcodes: %s/login.conf is of an earlier demo. Delete it for one with OtpLoginModule.

            """
                    .formatted(home);
        }
        return """
        The next passcodes of one-time, each good once, then two ways to use one:

          echo one-time-pass-phrase | src/cli/target/turnstile otp challenge --home %2$s --password-file - --next 3 one-time
          src/cli/target/turnstile echo -aec TURNSTILE --user one-time --otp --home %2$s -rsp localhost %1$d
          storescu -usr one-time -pwd PASSCODE -rsp -aec TURNSTILE localhost %1$d FILE.dcm

        """
                .formatted(port, home);
    }

    /**
     * @param known whether the home has a login entry for tickets
     */
    static String kerberos(int port, Path home, boolean known) {
        if (!known) {
            return """
            No Kerberos: %s/login.conf is of an earlier demo. Delete it for one with turnstile-kerberos.

            """
                    .formatted(home);
        }
        return """
        The accounts are in the Kerberos realm TURNSTILE.TEST too (`kinit` comes with `apt-get install krb5-user`):

          export KRB5_CONFIG=%2$s/krb5.conf KRB5CCNAME=FILE:%2$s/ticket
          echo radiologist-pass | kinit radiologist
          src/cli/target/turnstile find -aec TURNSTILE --kerberos --level STUDY -k PatientID= -k InstitutionName= --json localhost %1$d
          src/cli/target/turnstile echo -aec TURNSTILE --kerberos -rsp localhost %1$d

        """
                .formatted(port, home);
    }
}
