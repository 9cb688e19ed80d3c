/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DigestTableTest {

    @Test
    void eachDigestIsThereOnceAndIsMarkedOnce() {
        DigestTable table = new DigestTable();
        Set<RuleDigest> all = new HashSet<>();
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            // few different low parts, and few first bits: places collide
            RuleDigest digest = new RuleDigest(random.nextInt(4_000), random.nextInt(2));
            all.add(digest);
            table.add(digest);
            table.add(digest);
        }
        assertThat(table.size()).isEqualTo(all.size());
        assertThat(all).allMatch(table::mark);
        assertThat(all).noneMatch(table::mark);
        assertThat(table.mark(new RuleDigest(4_000, 0))).isFalse();
    }
}
