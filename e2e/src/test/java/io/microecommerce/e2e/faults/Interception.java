package io.microecommerce.e2e.faults;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;

/**
 * Puts an interceptor around every bean of a type. It comes after the proxies of Seata and of the transactions, and so stands
 * outside of them, and before RocketMQ collects its listeners, which then are the intercepted ones.
 */
final class Interception implements BeanPostProcessor, Ordered {

    private final Class<?> type;
    private final MethodInterceptor interceptor;

    Interception(Class<?> type, MethodInterceptor interceptor) {
        this.type = type;
        this.interceptor = interceptor;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!type.isInstance(bean)) {
            return bean;
        }
        ProxyFactory proxies = new ProxyFactory(bean);
        proxies.setProxyTargetClass(true);
        proxies.addAdvice(interceptor);
        return proxies.getProxy(bean.getClass().getClassLoader());
    }
}
