/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.turnstile.connector.management.AdapterMXBean;
import org.turnstile.connector.management.ListenerMXBean;

/** The management beans of the adapter whose configuration is in one folder. */
final class Management {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final Path home;

    Management(Path home) {
        this.home = home;
    }

    private Set<ObjectName> adapters() {
        return names("type=Adapter,instance=*,name=" + ObjectName.quote(home.toString()));
    }

    private Set<ObjectName> names(String properties) {
        try {
            return server.queryNames(new ObjectName("org.turnstile:" + properties), null);
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the adapter shows itself. */
    boolean present() {
        return !adapters().isEmpty();
    }

    AdapterMXBean adapter() {
        return JMX.newMXBeanProxy(server, adapters().iterator().next(), AdapterMXBean.class);
    }

    /** Names of the listeners whose ports are open. */
    Set<String> listeners() {
        return adapters().stream()
                .flatMap(a -> names(listener(a, "*")).stream())
                .map(name -> ObjectName.unquote(name.getKeyProperty("name")))
                .collect(Collectors.toSet());
    }

    ListenerMXBean listener(String name) {
        ObjectName adapter = adapters().iterator().next();
        Set<ObjectName> found = names(listener(adapter, ObjectName.quote(name)));
        return JMX.newMXBeanProxy(server, found.iterator().next(), ListenerMXBean.class);
    }

    private static String listener(ObjectName adapter, String name) {
        return "type=Listener,instance=" + adapter.getKeyProperty("instance") + ",name=" + name;
    }

    /** Port of a listener. */
    int port(String listener) {
        String address = listener(listener).getAddress();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Every attribute of every bean of the adapter, as text. */
    Map<String, String> everything() {
        Map<String, String> all = new TreeMap<>();
        for (ObjectName adapter : adapters()) {
            String instance = "instance=" + adapter.getKeyProperty("instance");
            for (ObjectName name : names(instance + ",*")) {
                read(name, all);
            }
        }
        return all;
    }

    private void read(ObjectName name, Map<String, String> all) {
        try {
            for (var attribute : server.getMBeanInfo(name).getAttributes()) {
                Object value = server.getAttribute(name, attribute.getName());
                String text =
                        value instanceof Object[] values
                                ? Arrays.deepToString(values)
                                : String.valueOf(value);
                all.put(name + " " + attribute.getName(), text);
            }
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }
}
