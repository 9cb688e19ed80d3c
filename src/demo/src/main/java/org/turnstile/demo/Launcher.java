/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.turnstile.demo.data.DemoImage;
import org.turnstile.demo.data.DemoStudies;

/** Starts the demo in the foreground, and stops the server whatever way it is ended itself. */
public final class Launcher {

    private static final Duration START = Duration.ofMinutes(2);

    private Launcher() {}

    /**
     * Runs until the server or this process is stopped. Exit status 1 if the demo cannot start.
     *
     * @param args none
     */
    public static void main(String[] args) {
        PrintStream out = System.out;
        try {
            int status = run(DemoOptions.fromSystemProperties(), out);
            if (status != 0) {
                System.exit(status);
            }
        } catch (DemoException e) {
            out.println();
            out.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            out.println();
            out.println("The demo cannot start: " + e);
            System.exit(1);
        }
    }

    private static int run(DemoOptions options, PrintStream out) throws DemoException, IOException {
        DemoHome home = new DemoHome(options.home());
        home.prepare();
        int port = home.port();
        Loopback.requireFree(port, "listener.default.port in the demo's turnstile.properties");
        Loopback.requireFree(options.kdcPort(), "-Dturnstile.demo.kdc.port");
        WildFly wildfly = new WildFly(options.wildfly(), options.heap());
        wildfly.install(options.scripts().resolve("wildfly-install.cli"), options.ear());
        Path log = options.wildfly().resolve("standalone/log/server.log");
        DemoKdc kdc = new DemoKdc(options.home(), options.kdcPort(), options.kdcClassPath());
        Process tickets = startKdc(kdc);
        Process server = wildfly.start(options.home(), kdc.krb5Conf());
        Runnable stop =
                () -> {
                    WildFly.stop(server);
                    WildFly.stop(tickets);
                };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
        try {
            Loopback.awaitOpen(port, server, wildfly.failedMarker(), START, log);
            fill(port, out);
            out.print(Banner.text(port, options.home(), log));
            out.print(Banner.oneTime(port, options.home(), home.knowsOneTimePasscodes()));
            out.print(Banner.kerberos(port, options.home(), home.knowsKerberos()));
            out.flush();
            server.waitFor();
            return server.exitValue() == WildFly.STOPPED_BY_SIGNAL ? 0 : server.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            stop.run();
        }
    }

    private static Process startKdc(DemoKdc kdc) throws DemoException, IOException {
        try {
            return kdc.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Stopped while the key distribution centre started");
        }
    }

    /** A home folder that came to differ from the demo's is no reason not to run. */
    private static void fill(int port, PrintStream out) {
        List<DemoImage> images =
                DemoStudies.all().stream().flatMap(study -> DemoImage.of(study).stream()).toList();
        try {
            new DemoArchive(port).store(images);
        } catch (DemoException e) {
            out.println();
            out.println(e.getMessage());
        }
    }
}
