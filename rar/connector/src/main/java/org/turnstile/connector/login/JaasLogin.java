/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.io.IOException;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.turnstile.api.LoginUnavailableException;

/** Runs the login modules of one entry. */
final class JaasLogin {

    private final ModuleLibrary library;
    private final Consumer<String> problems;

    JaasLogin(ModuleLibrary library, Consumer<String> problems) {
        this.library = library;
        this.problems = problems;
    }

    /**
     * Logs in.
     *
     * @throws LoginUnavailableException if the modules cannot be loaded, or lack classes
     * @throws LoginException as the modules see it
     */
    JaasSession login(LoginEntry entry, CallbackHandler handler) throws LoginException {
        ModuleLibrary.Lease lease = lease();
        JaasSession session = null;
        try (LoaderScope scope = new LoaderScope(lease.loader())) {
            requireModules(entry, lease.loader());
            LoginContext context =
                    new LoginContext(entry.name(), new Subject(), handler, entry.configuration());
            context.login();
            session = new JaasSession(context, lease, problems);
            return session;
        } catch (LinkageError | StackOverflowError | ServiceConfigurationError e) {
            // JAAS turns the exceptions of modules into its own, but lets their errors through
            throw new LoginUnavailableException(
                    "login module failed: " + e.getClass().getName(), e);
        } finally {
            if (session == null) {
                lease.close();
            }
        }
    }

    private ModuleLibrary.Lease lease() throws LoginUnavailableException {
        try {
            return library.lease();
        } catch (IOException e) {
            throw new LoginUnavailableException(
                    ModuleLibrary.FOLDER + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** JAAS would say so too, but in a text that cannot be told from a refusal. */
    private static void requireModules(LoginEntry entry, ClassLoader loader)
            throws LoginUnavailableException {
        for (String module : entry.modules()) {
            if (!isClass(module, loader) && !isService(module, loader)) {
                throw new LoginUnavailableException(
                        "login entry '%s': class %s is neither in the adapter nor in lib"
                                .formatted(entry.name(), module),
                        null);
            }
        }
    }

    private static boolean isClass(String module, ClassLoader loader) {
        try {
            loader.loadClass(module);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Where servers hide the JDK's own modules from an adapter, JAAS still finds them so. */
    private static boolean isService(String module, ClassLoader loader) {
        return ServiceLoader.load(LoginModule.class, loader).stream()
                .anyMatch(provider -> provider.type().getName().equals(module));
    }
}
