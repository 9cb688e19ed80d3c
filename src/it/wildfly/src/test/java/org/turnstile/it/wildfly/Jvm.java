/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import java.io.IOException;
import java.nio.file.Path;

/** The server's virtual machine, looked at from outside. */
record Jvm(long pid) {

    /** The one that runs in this folder, a child of this process. */
    static Jvm of(Server server) {
        String home = "-Djboss.home.dir=" + server.folder();
        return ProcessHandle.current()
                .descendants()
                .filter(p -> p.info().commandLine().orElse("").contains(home))
                .findFirst()
                .map(p -> new Jvm(p.pid()))
                .orElseThrow(() -> new AssertionError("no server runs in " + server.folder()));
    }

    /** How many objects of exactly this class a full collection leaves. */
    long objects(String className) throws IOException, InterruptedException {
        return ask("GC.class_histogram")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(className))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    /** By how many class loaders this class is loaded; a full collection comes first. */
    long copies(String className) throws IOException, InterruptedException {
        ask("GC.run");
        return ask("VM.class_hierarchy", className)
                .lines()
                .filter(line -> line.contains(className + "/"))
                .count();
    }

    /** How many threads have a name that begins so. */
    long threads(String prefix) throws IOException, InterruptedException {
        return ask("Thread.print").lines().filter(l -> l.startsWith('"' + prefix)).count();
    }

    private String ask(String... command) throws IOException, InterruptedException {
        String[] line = new String[command.length + 2];
        line[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        line[1] = Long.toString(pid);
        System.arraycopy(command, 0, line, 2, command.length);
        Commands.Result result = Commands.run(Path.of("."), line);
        if (result.status() != 0) {
            throw new AssertionError(result.output());
        }
        return result.output();
    }
}
