/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.testing.Databases;

/** Tests that share one archive, to be run on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnBothDatabases {

    private QueryFixture archive;

    abstract Databases databases();

    /** What the archive holds. */
    abstract List<Entity> holdings();

    /** Lines of the access file. */
    String[] rules() {
        return new String[0];
    }

    QueryFixture archive() {
        return archive;
    }

    @BeforeAll
    void open() {
        archive = new QueryFixture(databases(), rules());
        archive.enter(holdings());
    }

    @AfterAll
    void close() {
        // null where the database is not there and all tests are skipped
        if (archive != null) {
            archive.close();
        }
    }

    /** The values of a tag in the matches of a relational query of the chief, in any order. */
    List<String> find(QueryLevel level, int wanted, DatasetBuilder keys) {
        Dataset identifier = keys.setString(Tag.QueryRetrieveLevel, level.name()).build();
        return archive.found(QueryFixture.relational(QueryFixture.CHIEF, identifier)).stream()
                .map(match -> match.getString(wanted).orElse(""))
                .sorted()
                .toList();
    }

    static List<String> sorted(String... values) {
        return Stream.of(values).sorted().toList();
    }

    static DatasetBuilder key(int tag, String... values) {
        return Dataset.builder().setString(tag, values);
    }
}
