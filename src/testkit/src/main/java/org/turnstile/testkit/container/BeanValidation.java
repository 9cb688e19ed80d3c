/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Validates JavaBeans as servers do before they activate an endpoint. */
final class BeanValidation {

    private BeanValidation() {}

    /**
     * Checks a bean's constraints.
     *
     * @throws ConstraintViolationException names what is violated
     */
    static void validate(Object bean) {
        try (ValidatorFactory factory =
                Validation.byDefaultProvider()
                        .configure()
                        .messageInterpolator(new ParameterMessageInterpolator())
                        .buildValidatorFactory()) {
            Set<ConstraintViolation<Object>> violations = factory.getValidator().validate(bean);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
        }
    }
}
