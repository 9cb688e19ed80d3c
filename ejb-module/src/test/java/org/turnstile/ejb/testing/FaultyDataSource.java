/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Stands before a database and lets it fail: at once, at a commit, or just after one. */
public final class FaultyDataSource implements DataSource {

    /** What happens at the commit that was chosen, and at all that follows until it is mended. */
    public enum Fault {
        /** The commit does not happen, and the answer is an error. */
        BEFORE_COMMIT,
        /** The commit happens, and the answer is an error. */
        AFTER_COMMIT,
        /** The commit happens, the answer is an error, and the database is down. */
        DOWN_AFTER_COMMIT
    }

    private final DataSource source;
    private Fault fault;
    private int commits;
    private boolean down;

    /** Before a database. */
    public FaultyDataSource(DataSource source) {
        this.source = source;
    }

    /** From the n-th commit on, counted from 1, commits fail. */
    public synchronized void failFrom(int commit, Fault how) {
        commits = commit;
        fault = how;
    }

    /** From now on there is no connection to be had. */
    public synchronized void goDown() {
        down = true;
    }

    /** All is well again. */
    public synchronized void mend() {
        fault = null;
        down = false;
    }

    private synchronized boolean fails(Fault when) {
        return fault == when && commits <= 1;
    }

    private synchronized void committed() {
        commits--;
    }

    private synchronized boolean isDown() {
        return down;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isDown()) {
            throw new SQLException("Connection refused", "08001");
        }
        Connection connection = source.getConnection();
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        boolean commit = method.getName().equals("commit");
        if (commit && fails(Fault.BEFORE_COMMIT)) {
            connection.rollback();
            throw new SQLException("the connection broke before the commit", "08006");
        }
        Object result;
        try {
            result = method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (commit && fails(Fault.DOWN_AFTER_COMMIT)) {
            goDown();
            throw new SQLException("the database went down after the commit", "08007");
        }
        if (commit && fails(Fault.AFTER_COMMIT)) {
            throw new SQLException("the connection broke after the commit", "08007");
        }
        if (commit) {
            committed();
        }
        return result;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
