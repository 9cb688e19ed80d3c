/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;

/** JNDI as a server has it: names that are bound for the time of a test. */
public final class JndiFixture implements InitialContextFactory, AutoCloseable {

    private static final Map<String, Object> BOUND = new ConcurrentHashMap<>();

    /** As JNDI needs it. */
    public JndiFixture() {}

    /** From now on the name means this. */
    public static JndiFixture bind(String name, Object object) {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, JndiFixture.class.getName());
        BOUND.put(name, object);
        return new JndiFixture();
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
        return new InitialContext(true) {
            @Override
            public Object lookup(String name) throws NamingException {
                Object object = BOUND.get(name);
                if (object == null) {
                    throw new NameNotFoundException(name);
                }
                return object;
            }
        };
    }

    @Override
    public void close() {
        BOUND.clear();
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }
}
