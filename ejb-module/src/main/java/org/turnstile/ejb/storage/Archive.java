/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Associations;
import org.turnstile.api.Status;
import org.turnstile.api.StoreRequest;
import org.turnstile.ejb.index.Index;
import org.turnstile.ejb.index.Inventory;
import org.turnstile.ejb.index.PageCache;
import org.turnstile.ejb.index.Schema;
import org.turnstile.ejb.index.TransactionException;
import org.turnstile.ejb.index.Transactions;
import org.turnstile.ejb.log.EjbLog;
import org.turnstile.ejb.settings.ArchiveSettings;

/**
 * Makes the archive ready, then lets the ports open: schema, recovery, and only then the first
 * request. It manages transactions by itself, since how long one may take is a setting.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Archive {

    /** For one statement over a large index; nobody waits for it but the start. */
    private static final Duration RECOVERY_TIMEOUT = Duration.ofMinutes(10);

    @Resource(lookup = "java:/turnstile/associations")
    private Associations associations;

    @Resource(lookup = "java:/turnstile/datasource")
    private DataSource database;

    @PersistenceUnit(unitName = "turnstile")
    private EntityManagerFactory factory;

    @Resource private UserTransaction transaction;

    private StoreOperation operation;

    @PostConstruct
    void start() {
        ArchiveSettings settings = ArchiveSettings.of(associations.archiveSettings());
        try {
            Schema.migrate(database);
            PageCache.fit(database);
        } catch (FlywayException | SQLException e) {
            throw EjbLog.LOG.notMigrated(e.getMessage(), e);
        }
        try {
            open(settings);
        } catch (IOException | TransactionException e) {
            throw EjbLog.LOG.notRecovered(e.getMessage(), e);
        }
        associations.open();
    }

    private void open(ArchiveSettings settings) throws IOException {
        long begin = System.nanoTime();
        Transactions recovering = new JtaTransactions(transaction, factory, RECOVERY_TIMEOUT);
        ObjectFiles files = new ObjectFiles(associations.home().resolve("objects"), new Disk());
        Recovery.Result result =
                new Recovery(
                                files,
                                new Index(recovering, database, RECOVERY_TIMEOUT),
                                new Inventory(recovering))
                        .run();
        Transactions serving =
                new JtaTransactions(transaction, factory, settings.databaseTimeout());
        operation =
                new StoreOperation(
                        files,
                        new Index(serving, database, settings.databaseTimeout()),
                        new Uploader(settings.unverifiedUsers()));
        EjbLog.LOG.ready(
                files.folder(),
                (System.nanoTime() - begin) / 1_000_000,
                result.unfinished(),
                result.indexed(),
                result.quarantined(),
                result.missing());
    }

    /**
     * Stores one object, of a caller whom {@link StorageService} has let in.
     *
     * @param caller the caller as the container knows it
     * @throws AssociationLostException if the association ends before the object has been read
     */
    public Status store(StoreRequest request, String caller) throws AssociationLostException {
        return operation.store(request, caller);
    }
}
