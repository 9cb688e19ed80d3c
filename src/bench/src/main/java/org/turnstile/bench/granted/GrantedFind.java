/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.granted;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.FindRequest;
import org.turnstile.api.FindResponder;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.UIDs;
import org.turnstile.bench.archive.StudyKeys;
import org.turnstile.ejb.access.AccessRules;
import org.turnstile.ejb.index.PageCache;
import org.turnstile.ejb.index.Schema;
import org.turnstile.ejb.query.PlainFind;

/**
 * Finds all studies that a caller sees, for one who is granted many patients and for one who sees
 * everything and stops at as many studies.
 */
public final class GrantedFind implements AutoCloseable {

    static final String UNRESTRICTED = "chief";
    static final String GRANTED = "referrer";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Holdings holdings;
    private final Path home;
    private final EntityManagerFactory factory;
    private final PlainFind find;

    private GrantedFind(Holdings holdings, Path home, DataSource database) {
        this.holdings = holdings;
        this.home = home;
        this.factory = factory(database);
        this.find = new PlainFind(new AccessRules(home, database, TIMEOUT, false), factory);
    }

    /**
     * Opens an index; an empty one is filled first.
     *
     * @throws SQLException if it cannot be filled
     */
    public static GrantedFind open(DataSource database, Holdings holdings)
            throws SQLException, IOException {
        Schema.migrate(database);
        PageCache.fit(database);
        IndexFiller filler = new IndexFiller(database, holdings);
        if (filler.isEmpty()) {
            filler.fill();
        }
        Path home = Files.createTempDirectory("turnstile-bench");
        Files.createFile(home.resolve("access"));
        return new GrantedFind(holdings, home, database);
    }

    private static EntityManagerFactory factory(DataSource database) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.nonJtaDataSource", database);
        settings.put("hibernate.type.json_format_mapper", new NoJson());
        return Persistence.createEntityManagerFactory("turnstile", settings);
    }

    /**
     * How long one query took.
     *
     * @param firstMillis to the first match
     * @param wholeMillis to the last
     */
    public record Took(double firstMillis, double wholeMillis) {}

    /** As the caller who is granted patients one by one. */
    public Took granted() throws IOException {
        return find(GRANTED, rows(), Status.SUCCESS);
    }

    /** As the caller who sees everything, up to as many matches. */
    public Took unrestricted() throws IOException {
        boolean some = rows() < holdings.studies();
        return find(UNRESTRICTED, rows(), some ? Status.CANCELLED : Status.SUCCESS);
    }

    /** The first match of {@link #granted}, which is cancelled there. */
    public Took grantedFirst() throws IOException {
        return find(GRANTED, 1, Status.CANCELLED);
    }

    /** The first match of {@link #unrestricted}, which is cancelled there. */
    public Took unrestrictedFirst() throws IOException {
        return find(UNRESTRICTED, 1, Status.CANCELLED);
    }

    /** How many matches each has. */
    public int rows() {
        return holdings.grantedStudies();
    }

    private Took find(String caller, int rows, Status wanted) throws IOException {
        FindRequest request =
                new FindRequest(
                        Asking.as(caller),
                        UIDs.StudyRootQueryRetrieveInformationModelFind,
                        false,
                        UIDs.ExplicitVRLittleEndian,
                        StudyKeys.of(false).build());
        Matches matches = new Matches(rows, wanted.code() == Status.CANCELLED.code());
        long began = System.nanoTime();
        Status status;
        try {
            status = find.find(request, matches);
        } catch (AssociationLostException e) {
            throw new IOException(e);
        }
        long ended = System.nanoTime();
        if (matches.left != 0 || status.code() != wanted.code()) {
            throw new IOException(caller + ": " + status + ", left: " + matches.left);
        }
        return new Took((matches.first - began) / 1e6, (ended - began) / 1e6);
    }

    /** Counts down, and may want no more at zero. */
    private static final class Matches implements FindResponder {
        private final boolean stops;
        private int left;
        private long first;

        Matches(int wanted, boolean stops) {
            this.left = wanted;
            this.stops = stops;
        }

        @Override
        public void pending(Dataset match) {
            if (first == 0) {
                first = System.nanoTime();
            }
            left--;
        }

        @Override
        public void pendingWithWarning(Dataset match) {
            throw new IllegalStateException("FF01H for keys that are all supported");
        }

        @Override
        public boolean cancelled() {
            return stops && left == 0;
        }
    }

    @Override
    public void close() throws IOException {
        factory.close();
        Files.delete(home.resolve("access"));
        Files.delete(home);
    }
}
