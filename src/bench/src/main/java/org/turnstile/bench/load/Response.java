/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

/**
 * A response of an SCP.
 *
 * @param field Command Field (0000,0100)
 * @param status Status (0000,0900)
 * @param bytes length of the data set, 0 without one
 */
public record Response(int field, int status, int bytes) {

    /** Command Field of a C-STORE-RSP. */
    public static final int C_STORE_RSP = 0x8001;

    /** Command Field of a C-FIND-RSP. */
    public static final int C_FIND_RSP = 0x8020;

    /** Command Data Set Type (0000,0800) without data set. */
    static final int NO_DATA_SET = 0x0101;

    private static final int PENDING = 0xFF00;
    private static final int CANCELLED = 0xFE00;
    private static final int PENDING_WITH_WARNING = 0xFF01;

    /** Whether others follow. */
    public boolean pending() {
        return status == PENDING || status == PENDING_WITH_WARNING;
    }

    /**
     * Refuses the response to another command.
     *
     * @throws LoadException says what came
     */
    public Response require(int wanted) throws LoadException {
        if (field != wanted) {
            throw new LoadException(
                    String.format("command %04XH came, %04XH was expected", field, wanted));
        }
        return this;
    }

    /**
     * Refuses any status but Success.
     *
     * @throws LoadException says which
     */
    public void requireSuccess() throws LoadException {
        if (status != 0) {
            throw new LoadException(String.format("status %04XH of command %04XH", status, field));
        }
    }

    /**
     * Refuses any status but Cancel.
     *
     * @throws LoadException says which
     */
    public void requireCancelled() throws LoadException {
        if (status != CANCELLED) {
            throw new LoadException(
                    String.format("status %04XH of a query that is to be cancelled", status));
        }
    }
}
