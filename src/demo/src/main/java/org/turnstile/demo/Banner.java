/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import java.nio.file.Path;

/** What a newcomer reads once the demo runs. */
final class Banner {

    private Banner() {}

    static String text(int port, Path home, Path log) {
        return """

        Turnstile listens on 127.0.0.1:%1$d as TURNSTILE. Ctrl-C stops it.

          account       passcode            may
          chief         chief-pass          find, store
          radiologist   radiologist-pass    find
          referrer      referrer-pass       find
          modality      modality-pass       store
          (nobody)                          echo

        Try, in another terminal (the first two come with `apt-get install dcmtk`):

          echoscu -aec TURNSTILE localhost %1$d
          storescu -usr modality -pwd modality-pass -rsp -aec TURNSTILE localhost %1$d FILE.dcm
          src/cli/target/turnstile echo -aec TURNSTILE --user radiologist --password radiologist-pass -rsp localhost %1$d

        Configuration and data: %2$s
        Log: %3$s

        """
                .formatted(port, home, log);
    }
}
