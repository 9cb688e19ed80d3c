/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import jakarta.ejb.EJBException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One endpoint. Servers do not check that one thread at a time uses it, nor that it is left alone
 * once released; this one does.
 */
final class EndpointHandler implements InvocationHandler {

    private final Object target;
    private final Runnable giveBack;
    private final Consumer<String> violation;
    private final AtomicBoolean released = new AtomicBoolean();
    private final AtomicBoolean delivering = new AtomicBoolean();
    private final AtomicReference<Thread> user = new AtomicReference<>();

    EndpointHandler(Object target, Runnable giveBack, Consumer<String> violation) {
        this.target = target;
        this.giveBack = giveBack;
        this.violation = violation;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "release" -> release();
            case "beforeDelivery" -> deliver(true);
            case "afterDelivery" -> deliver(false);
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            case "equals" -> {
                return proxy == arguments[0];
            }
            case "toString" -> {
                return "endpoint of " + target.getClass().getSimpleName();
            }
            default -> {
                return call(method, arguments);
            }
        }
        return null;
    }

    private void release() {
        if (!released.compareAndSet(false, true)) {
            throw refuse("released twice");
        }
        if (delivering.get()) {
            violation.accept("released without afterDelivery");
        }
        giveBack.run();
    }

    private void deliver(boolean begins) {
        if (!delivering.compareAndSet(!begins, begins)) {
            throw refuse(begins ? "beforeDelivery twice" : "afterDelivery without beforeDelivery");
        }
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (released.get()) {
            throw refuse("called after its release");
        }
        if (!user.compareAndSet(null, Thread.currentThread())) {
            throw refuse("called by two threads at once");
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw asServersDo(e.getCause());
        } finally {
            user.set(null);
        }
    }

    /** A runtime exception of a bean reaches the adapter as an EJBException, others as they are. */
    private static Throwable asServersDo(Throwable thrown) {
        if (thrown instanceof RuntimeException e && !(e instanceof EJBException)) {
            return new EJBException(e);
        }
        return thrown;
    }

    private IllegalStateException refuse(String why) {
        violation.accept(why);
        return new IllegalStateException("endpoint " + why);
    }
}
