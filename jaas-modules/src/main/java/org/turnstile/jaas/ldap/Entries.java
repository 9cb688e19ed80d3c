/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/** Takes in what a search finds, and keeps no more of it than it may. */
final class Entries implements SearchResultListener {
    @Serial private static final long serialVersionUID = 1L;

    private final int most;
    private final transient List<SearchResultEntry> kept = new ArrayList<>();
    private boolean more;

    Entries(int most) {
        this.most = most;
    }

    @Override
    public void searchEntryReturned(SearchResultEntry entry) {
        if (kept.size() < most) {
            kept.add(entry);
        } else {
            more = true;
        }
    }

    /** Not followed: another directory is not the one that was to be asked. */
    @Override
    public void searchReferenceReturned(SearchResultReference reference) {}

    List<SearchResultEntry> kept() {
        return List.copyOf(kept);
    }

    boolean isMore() {
        return more;
    }
}
