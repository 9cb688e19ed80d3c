/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;

/** The names of a server, for the time of a test. */
public final class NamingFixture implements InitialContextFactory, AutoCloseable {

    private static final Map<String, Object> NAMES = new ConcurrentHashMap<>();

    /** As JNDI needs it. */
    public NamingFixture() {}

    static NamingFixture start() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, NamingFixture.class.getName());
        return new NamingFixture();
    }

    NamingFixture bind(String name, Object object) {
        NAMES.put(name, object);
        return this;
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
        return new InitialContext(true) {
            @Override
            public Object lookup(String name) throws NamingException {
                if (!NAMES.containsKey(name)) {
                    throw new NameNotFoundException(name);
                }
                return NAMES.get(name);
            }
        };
    }

    @Override
    public void close() {
        NAMES.clear();
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }
}
