package io.microecommerce.e2e.faults;

import org.aopalliance.intercept.MethodInvocation;
import org.apache.rocketmq.spring.annotation.RocketMQMessageListener;
import org.apache.rocketmq.spring.core.RocketMQListener;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Crash points around the effect of every consumer: before it, and after its commit, when the broker is still to be told. */
@AutoConfiguration
@ConditionalOnClass(name = "org.apache.rocketmq.spring.core.RocketMQListener")
public class ConsumerFaults {

    private static final FaultFolder FOLDER = FaultFolder.ofThisProcess();

    @Bean
    static Interception effectCrashPoints() {
        return new Interception(RocketMQListener.class, call -> {
            if (!call.getMethod().getName().equals("onMessage")) {
                return call.proceed();
            }
            String group = groupOf(call);
            FOLDER.reached(group + ".BEFORE_EFFECT");
            Object nothing = call.proceed();
            FOLDER.reached(group + ".AFTER_EFFECT");
            return nothing;
        });
    }

    private static String groupOf(MethodInvocation call) {
        RocketMQMessageListener listener =
                AopUtils.getTargetClass(call.getThis()).getAnnotation(RocketMQMessageListener.class);
        return listener == null ? "unknown" : listener.consumerGroup();
    }
}
