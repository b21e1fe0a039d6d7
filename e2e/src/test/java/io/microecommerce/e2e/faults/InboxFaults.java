package io.microecommerce.e2e.faults;

import io.microecommerce.service.mq.Inbox;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox can be made to forget: it then takes every delivery for the first, and keeps no row of it. */
@AutoConfiguration
@ConditionalOnClass(name = {"io.microecommerce.service.mq.Inbox", "org.springframework.jdbc.core.simple.JdbcClient"})
public class InboxFaults {

    /** What the rows of a forgetful inbox begin with, so that they can be told from real ones. */
    public static final String FORGOTTEN = "forgotten-";

    private static final FaultFolder FOLDER = FaultFolder.ofThisProcess();

    @Bean
    static BeanPostProcessor forgetfulInbox(BeanFactory beans) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Inbox ? forgetful(beans) : bean;
            }
        };
    }

    private static Inbox forgetful(BeanFactory beans) {
        try {
            return BeanUtils.instantiateClass(
                    Inbox.class.getDeclaredConstructor(JdbcClient.class, TransactionTemplate.class),
                    forgetful(beans.getBean(JdbcClient.class)),
                    new TransactionTemplate(beans.getBean(PlatformTransactionManager.class)));
        } catch (NoSuchMethodException changed) {
            throw new IllegalStateException("The inbox is made differently now", changed);
        }
    }

    private static JdbcClient forgetful(JdbcClient real) {
        return (JdbcClient) Proxy.newProxyInstance(
                InboxFaults.class.getClassLoader(), new Class<?>[] {JdbcClient.class}, (proxy, method, arguments) -> {
                    boolean forget = method.getName().equals("sql")
                            && ((String) arguments[0]).startsWith("INSERT INTO inbox")
                            && FOLDER.isOn(Mutation.INBOX_OFF);
                    if (forget) {
                        return real.sql("INSERT INTO inbox (event_id, kind) VALUES ('" + FORGOTTEN
                                + "' || gen_random_uuid(), :kind) RETURNING deliveries");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
