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

    private final OptionFacts facts;

    FirstPassOption(String key, String description) {
        this.facts = new OptionFacts(key, OptionType.FLAG, "false", description);
    }

    @Override
    public OptionFacts facts() {
        return facts;
    }
}
