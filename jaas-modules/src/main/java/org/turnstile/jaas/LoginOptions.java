/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.turnstile.api.LoginUnavailableException;

/**
 * The options of one login module, checked: every key is known and every value has its form. A
 * fault makes the login unavailable rather than failed, since it is no user's fault.
 */
public final class LoginOptions {

    private static final Set<String> LETTERS = Set.of("EXACT", "LOWER", "UPPER");

    private final String module;
    private final Set<LoginOption> set;
    private final Map<LoginOption, String> values;

    private LoginOptions(String module, Set<LoginOption> set, Map<LoginOption, String> values) {
        this.module = module;
        this.set = set;
        this.values = values;
    }

    /**
     * Checks what {@code login.conf} says.
     *
     * @param module name of the module, for messages
     * @param known the options that the module has
     * @param given the options of the entry
     * @throws LoginUnavailableException if a key is unknown or a value has not the form of its type
     */
    public static LoginOptions read(
            String module, Collection<? extends LoginOption> known, Map<String, ?> given)
            throws LoginUnavailableException {
        Map<LoginOption, String> values = new LinkedHashMap<>();
        Set<LoginOption> set = new HashSet<>();
        Map<String, Object> rest = new LinkedHashMap<>(given);
        for (LoginOption option : known) {
            Object value = rest.remove(option.key());
            String text = value == null ? option.defaultValue() : value.toString().strip();
            String fault = value == null ? "" : fault(option, text);
            if (!fault.isEmpty()) {
                throw unavailable(module, option.key() + "=" + text + ": " + fault);
            }
            values.put(option, text);
            if (value != null) {
                set.add(option);
            }
        }
        if (!rest.isEmpty()) {
            String keys = known.stream().map(LoginOption::key).collect(Collectors.joining(", "));
            String unknown = String.join(", ", new TreeSet<>(rest.keySet()));
            throw unavailable(module, unknown + " is unknown; there are: " + keys);
        }
        return new LoginOptions(module, set, values);
    }

    private static String fault(LoginOption option, String text) {
        return switch (option.type()) {
            case FLAG -> isFlag(text) ? "" : "is neither true nor false";
            case FILE -> isPath(text) ? "" : "is no path of a file";
            case SECONDS, COUNT ->
                    isNumber(text, option)
                            ? ""
                            : "is not " + option.least() + " to " + option.most();
            case CLASSES ->
                    split(text).stream().noneMatch(String::isEmpty) ? "" : "lacks a class name";
            case NAMES ->
                    text.isEmpty() || split(text).stream().noneMatch(String::isEmpty)
                            ? ""
                            : "lacks a name";
            case TEXT ->
                    text.chars().anyMatch(Character::isISOControl) ? "has control characters" : "";
            case URLS ->
                    split(text).stream().allMatch(LoginOptions::isDirectory)
                            ? ""
                            : "is not ldap:// or ldaps://";
            case LETTERS -> LETTERS.contains(text) ? "" : "is none of EXACT, LOWER, UPPER";
            case JNDI -> text.startsWith("java:") ? "" : "is not in java:";
        };
    }

    private static boolean isFlag(String text) {
        return "true".equalsIgnoreCase(text) || "false".equalsIgnoreCase(text);
    }

    private static boolean isPath(String text) {
        try {
            return !text.isEmpty() && Path.of(text).getNameCount() > 0;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isNumber(String text, LoginOption option) {
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.isEmpty() || text.length() > 10) {
            return false;
        }
        long number = Long.parseLong(text);
        return number >= option.least() && number <= option.most();
    }

    private static boolean isDirectory(String text) {
        return text.startsWith("ldap://") || text.startsWith("ldaps://");
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static LoginUnavailableException unavailable(String module, String what) {
        return new LoginUnavailableException(module + ": option " + what, null);
    }

    /** A fault of that option that only the module can see; says nothing of the value. */
    public LoginUnavailableException refusal(LoginOption option, String problem) {
        return unavailable(module, option.key() + ": " + problem);
    }

    /** Whether the entry has that option, be it with the value of the default. */
    public boolean isSet(LoginOption option) {
        return set.contains(option);
    }

    /** The value of a {@link OptionType#FLAG}. */
    public boolean flag(LoginOption option) {
        return Boolean.parseBoolean(values.get(option));
    }

    /** The value of a {@link OptionType#SECONDS} or {@link OptionType#COUNT}. */
    public int number(LoginOption option) {
        return Integer.parseInt(values.get(option));
    }

    /** The value of a {@link OptionType#FILE}, resolved; empty if not set and without default. */
    public Optional<Path> file(LoginOption option, Path home) {
        String text = values.get(option);
        return text.isEmpty() ? Optional.empty() : Optional.of(home.resolve(text).normalize());
    }

    /** The value of {@link OptionType#TEXT} or {@link OptionType#LETTERS}; empty if not set. */
    public Optional<String> text(LoginOption option) {
        return Optional.of(values.get(option)).filter(text -> !text.isEmpty());
    }

    /** The values of {@link OptionType#NAMES} or {@link OptionType#URLS}, in the order written. */
    public List<String> names(LoginOption option) {
        String text = values.get(option);
        return text.isEmpty() ? List.of() : split(text);
    }

    /** The value of a {@link OptionType#JNDI}; empty if not set. */
    public Optional<String> jndiName(LoginOption option) {
        return Optional.of(values.get(option)).filter(name -> !name.isEmpty());
    }

    /** The value of {@link OptionType#CLASSES}, in the order written. */
    public List<String> classes(LoginOption option) {
        return split(values.get(option));
    }
}
