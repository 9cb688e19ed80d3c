/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the index says of files: for recovery, which compares it with the disk. */
public final class Inventory {

    /** Most files that are asked for at once. */
    public static final int BATCH = 500;

    /** Rows below which a part that has nothing in it is looked for. */
    private static final long NEWEST = 1000;

    private final Transactions transactions;

    /** On one database. */
    public Inventory(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * An instance and its file.
     *
     * @param id key of the row
     * @param uid SOP Instance UID
     * @param file relative to the folder of objects
     */
    public record Row(long id, String uid, String file) {}

    /**
     * The files that rows name for some instances.
     *
     * @param uids SOP Instance UIDs, at most {@link #BATCH}
     */
    public Set<String> files(Collection<String> uids) {
        return uids.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        transactions.run(
                                manager ->
                                        manager.createQuery(
                                                        "select i.file from Instance i"
                                                                + " where i.uid in :uids",
                                                        String.class)
                                                .setParameter("uids", uids)
                                                .getResultList()));
    }

    /** Number of instances. */
    public long count() {
        return transactions.run(
                manager ->
                        manager.createQuery("select count(i) from Instance i", Long.class)
                                .getSingleResult());
    }

    /** The next instances by key, at most {@link #BATCH}. */
    public List<Row> after(long id) {
        return transactions.run(
                manager ->
                        manager
                                .createQuery(
                                        "select i.id, i.uid, i.file from Instance i"
                                                + " where i.id > :id order by i.id",
                                        Object[].class)
                                .setParameter("id", id)
                                .setMaxResults(BATCH)
                                .getResultList()
                                .stream()
                                .map(r -> new Row((Long) r[0], (String) r[1], (String) r[2]))
                                .toList());
    }

    /**
     * Removes series, studies and patients without an instance, as a run that ended between two
     * transactions leaves them. They are among the newest rows, and only these are looked at.
     *
     * @return how many rows were removed
     */
    public int removeChildless() {
        return transactions.run(
                manager -> {
                    int removed = childless(manager, "Series", "Instance", "series");
                    removed += childless(manager, "Study", "Series", "study");
                    return removed + childless(manager, "Patient", "Study", "patient");
                });
    }

    private static int childless(EntityManager manager, String entity, String part, String key) {
        Long last =
                manager.createQuery("select max(e.id) from " + entity + " e", Long.class)
                        .getSingleResult();
        if (last == null) {
            return 0;
        }
        List<Long> ids =
                manager.createQuery(
                                "select e.id from %s e where e.id > :from and not exists"
                                                .formatted(entity)
                                        + " (select 1 from %s c where c.%s = e.id)"
                                                .formatted(part, key),
                                Long.class)
                        .setParameter("from", last - NEWEST)
                        .getResultList();
        for (Long id : new ArrayList<>(ids)) {
            manager.createQuery("delete from " + entity + " e where e.id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        }
        return ids.size();
    }
}
