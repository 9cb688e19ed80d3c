/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.Referenceable;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.AdministeredObject;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.TransactionSupport;
import jakarta.resource.spi.work.SecurityContext;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.naming.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.AssociationListener;
import org.turnstile.api.Associations;
import org.turnstile.api.EchoListener;
import org.turnstile.api.FindListener;
import org.turnstile.api.StoreListener;

/** What Jakarta Connectors asks of the beans of a resource adapter. */
class BeanRulesTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                TurnstileResourceAdapter.class,
                TurnstileActivationSpec.class,
                AssociationsObject.class
            })
    void everyBean_isMadeWithoutArgumentsAndCanBeSent(Class<?> type) throws Exception {
        Object bean = type.getConstructor().newInstance();

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(bean);
        Object copy =
                new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        assertThat(bean).isInstanceOf(Serializable.class);
        assertThat(copy).isInstanceOf(type);
    }

    @ParameterizedTest
    @ValueSource(classes = {TurnstileResourceAdapter.class, TurnstileActivationSpec.class})
    void everyConfigProperty_hasGetterSetterAndItsDeclaredDefault(Class<?> type) throws Exception {
        Map<String, PropertyDescriptor> properties =
                Arrays.stream(Introspector.getBeanInfo(type).getPropertyDescriptors())
                        .collect(Collectors.toMap(PropertyDescriptor::getName, p -> p));
        Object bean = type.getConstructor().newInstance();
        for (Field field : type.getDeclaredFields()) {
            ConfigProperty declared = field.getAnnotation(ConfigProperty.class);
            if (declared == null) {
                continue;
            }
            PropertyDescriptor property = properties.get(field.getName());
            assertThat(property.getReadMethod().invoke(bean)).isEqualTo(declared.defaultValue());
            property.getWriteMethod().invoke(bean, "x");
            assertThat(property.getReadMethod().invoke(bean)).isEqualTo("x");
            assertThat(declared.type()).isEqualTo(field.getType());
            assertThat(declared.description()).isNotEmpty();
        }
    }

    @Test
    void adapter_asksForWorkSecurityAndTakesPartInNoTransaction() {
        Connector connector = TurnstileResourceAdapter.class.getAnnotation(Connector.class);

        assertThat(connector.requiredWorkContexts()).containsExactly(SecurityContext.class);
        assertThat(connector.transactionSupport())
                .isEqualTo(TransactionSupport.TransactionSupportLevel.NoTransaction);
        assertThat(new TurnstileResourceAdapter().getXAResources(null)).isEmpty();
    }

    @Test
    void adapters_areEqualIfTheirHomeIs() {
        TurnstileResourceAdapter one = adapter("/srv/one");

        assertThat(one).isEqualTo(adapter("/srv/one")).hasSameHashCodeAs(adapter("/srv/one"));
        assertThat(one).isNotEqualTo(adapter("/srv/two")).isNotEqualTo("/srv/one");
    }

    private static TurnstileResourceAdapter adapter(String home) {
        TurnstileResourceAdapter adapter = new TurnstileResourceAdapter();
        adapter.setHome(home);
        return adapter;
    }

    @Test
    void activationSpec_takesEveryListenerInterfaceAndKeepsItsAdapter() {
        Activation activation = TurnstileActivationSpec.class.getAnnotation(Activation.class);
        TurnstileActivationSpec spec = new TurnstileActivationSpec();
        TurnstileResourceAdapter adapter = adapter("/srv/one");

        spec.setResourceAdapter(adapter);

        assertThat(activation.messageListeners())
                .containsExactlyInAnyOrder(
                        EchoListener.class,
                        StoreListener.class,
                        FindListener.class,
                        AssociationListener.class);
        assertThat(spec.getResourceAdapter()).isSameAs(adapter);
    }

    @Test
    void activationSpec_isValidAsItComesAndSaysWhatIsMissing() throws Exception {
        TurnstileActivationSpec spec = new TurnstileActivationSpec();
        spec.validate();

        spec.setListener(null);

        assertThatThrownBy(spec::validate)
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessageContaining("listener");
    }

    @Test
    void associationsObject_isWhatTheServerBindsInJndi() {
        AssociationsObject one = new AssociationsObject();
        AssociationsObject other = new AssociationsObject();
        Reference reference = new Reference(Associations.class.getName());
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo("one");

        one.setResourceAdapter(adapter("/srv/one"));
        one.setReference(reference);

        assertThat(one).isNotEqualTo(other);
        assertThat(one).isInstanceOf(Referenceable.class);
        assertThat(one).isInstanceOf(ResourceAdapterAssociation.class);
        assertThat(one.getReference()).isSameAs(reference);
        assertThat(one.getResourceAdapter()).isEqualTo(adapter("/srv/one"));
        assertThat(
                        AssociationsObject.class
                                .getAnnotation(AdministeredObject.class)
                                .adminObjectInterfaces())
                .containsExactly(Associations.class);
    }

    @Test
    void associationsObjectWithoutAdapter_saysSo() {
        AssociationsObject unbound = new AssociationsObject();

        assertThatThrownBy(unbound::live)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bound to no adapter");
    }
}
