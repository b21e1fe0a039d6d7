package io.microecommerce.e2e.faults;

import io.microecommerce.payment.pay.Decision;
import io.microecommerce.payment.pay.OrderPaidMessages;
import java.util.Optional;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.rocketmq.spring.core.RocketMQLocalTransactionListener;
import org.apache.rocketmq.spring.core.RocketMQLocalTransactionState;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Crash points and faults around what svc-payment tells the broker, and mutations of it. */
@AutoConfiguration
@ConditionalOnClass(name = "io.microecommerce.payment.pay.OrderPaidMessages")
public class MessageFaults {

    private static final FaultFolder FOLDER = FaultFolder.ofThisProcess();

    @Bean
    static Interception answerFaults() {
        return new Interception(RocketMQLocalTransactionListener.class, call -> switch (call.getMethod()
                .getName()) {
            case "executeLocalTransaction" -> answer(call);
            case "checkLocalTransaction" -> checkBack(call);
            default -> call.proceed();
        });
    }

    @Bean
    static Interception resendFaults() {
        return new Interception(OrderPaidMessages.class, call -> {
            if (!call.getMethod().getName().equals("sendAgain")) {
                return call.proceed();
            }
            if (FOLDER.isOn(Mutation.RECONCILER_OFF)) {
                return null;
            }
            FOLDER.reached(CrashPoint.BEFORE_RESEND.place());
            Object sent = call.proceed();
            FOLDER.reached(CrashPoint.AFTER_RESEND.place());
            return sent;
        });
    }

    private static Object answer(MethodInvocation call) throws Throwable {
        Object answer = call.proceed();
        FOLDER.reached(CrashPoint.BEFORE_ANSWER.place());
        boolean firstSend = call.getArguments()[1] != null;
        if (firstSend && FOLDER.isOn(BrokerFault.HALF_DROPPED)) {
            return RocketMQLocalTransactionState.ROLLBACK;
        }
        return FOLDER.isOn(BrokerFault.ANSWER_LOST) ? RocketMQLocalTransactionState.UNKNOWN : answer;
    }

    private static Object checkBack(MethodInvocation call) throws Throwable {
        FOLDER.reached(CrashPoint.BEFORE_CHECK_BACK.place());
        if (FOLDER.isOn(BrokerFault.HALF_DROPPED)) {
            // A broker that has dropped it does not ask; this one asks early, while a slow attempt still runs.
            return RocketMQLocalTransactionState.ROLLBACK;
        }
        Object answer = FOLDER.isOn(BrokerFault.ROW_NOT_VISIBLE) ? answerWithoutRow() : call.proceed();
        FOLDER.reached(CrashPoint.AFTER_CHECK_BACK.place());
        return answer;
    }

    /** By the service's own rule, unless that is mutated. */
    private static RocketMQLocalTransactionState answerWithoutRow() {
        return FOLDER.isOn(Mutation.ROLLBACK_ON_NO_ROW)
                ? RocketMQLocalTransactionState.ROLLBACK
                : RocketMQLocalTransactionState.valueOf(
                        Decision.of(Optional.empty(), 1).name());
    }
}
