/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.management;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.turnstile.connector.log.ConnectorLog;

/**
 * The management beans of one adapter instance under {@code org.turnstile}, with an instance number
 * in their names, since a server may run several. A bean that cannot be registered is a warning:
 * associations matter more.
 */
public final class Beans implements AutoCloseable {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final String instance;
    private final List<ObjectName> names = new ArrayList<>();

    /**
     * Beans of one adapter.
     *
     * @param instance tells adapters of one server apart
     */
    public Beans(String instance) {
        this.instance = instance;
    }

    /**
     * Registers a bean.
     *
     * @param type such as {@code Listener}
     * @param name distinguishes beans of one type
     */
    public synchronized void register(Object bean, String type, String name) {
        try {
            ObjectName objectName =
                    new ObjectName(
                            "org.turnstile:type="
                                    + type
                                    + ",instance="
                                    + instance
                                    + ",name="
                                    + ObjectName.quote(name));
            server.registerMBean(bean, objectName);
            names.add(objectName);
        } catch (JMException e) {
            ConnectorLog.LOG.noManagement(name, e.toString());
        }
    }

    /** Takes all beans back. */
    @Override
    public synchronized void close() {
        for (ObjectName name : names) {
            try {
                server.unregisterMBean(name);
            } catch (JMException e) {
                ConnectorLog.LOG.noManagement(name, e.toString());
            }
        }
        names.clear();
    }
}
