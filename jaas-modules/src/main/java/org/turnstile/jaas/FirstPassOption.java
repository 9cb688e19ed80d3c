/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

/** The options by which a module shares a name and a passcode with its stack. */
public enum FirstPassOption implements LoginOption {
    /** Take what a module before has left, and nothing else. */
    USE_FIRST_PASS(
            "useFirstPass",
            "Takes name and passcode only as a module before has left them in the shared state."),
    /** Take what a module before has left; if that fails, what the peer sent. */
    TRY_FIRST_PASS(
            "tryFirstPass",
            "Takes name and passcode as a module before has left them; if they fail, as the peer"
                    + " sent them."),
    /** Leave the passcode for the modules that follow. */
    STORE_PASS(
            "storePass",
            "Leaves the passcode in the shared state after a good login, until the commit."),
    /** Take name and passcode away in the end. */
    CLEAR_PASS(
            "clearPass",
            "Takes name and passcode out of the shared state at the commit, whoever left them.");

    private final String key;
    private final String description;

    FirstPassOption(String key, String description) {
        this.key = key;
        this.description = description;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public OptionType type() {
        return OptionType.FLAG;
    }

    @Override
    public String defaultValue() {
        return "false";
    }

    @Override
    public String description() {
        return description;
    }
}
