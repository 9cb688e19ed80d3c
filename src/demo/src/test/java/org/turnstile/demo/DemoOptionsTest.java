/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {

    private Properties before;

    @BeforeEach
    void setWhatIsRequired() {
        before = System.getProperties();
        Properties properties = new Properties();
        before.stringPropertyNames()
                .forEach(name -> properties.setProperty(name, before.getProperty(name)));
        for (String name : List.of("wildfly", "ear", "scripts")) {
            properties.setProperty("turnstile.demo." + name, "/" + name);
        }
        System.setProperties(properties);
    }

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void theServersHeapHasADefault() throws Exception {
        assertThat(DemoOptions.fromSystemProperties().heap()).isEqualTo("512m");
    }

    @Test
    void theServersHeapMayBeLarger() throws Exception {
        System.setProperty("turnstile.demo.heap", "4g");
        assertThat(DemoOptions.fromSystemProperties().heap()).isEqualTo("4g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "0m", "-1g", "4g -XX:+Whatever", "lots"})
    void whatIsNoSizeIsRefused(String heap) {
        System.setProperty("turnstile.demo.heap", heap);
        assertThatThrownBy(DemoOptions::fromSystemProperties)
                .isInstanceOf(DemoException.class)
                .hasMessage("turnstile.demo.heap: '" + heap + "' is not like 512m or 4g");
    }
}
