package io.microecommerce.service.stop;

import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.common.extension.Activate;
import org.apache.dubbo.rpc.Filter;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.Result;

/** Counts the calls that this service is answering. Dubbo makes one object of it a service. */
@Activate(group = CommonConstants.PROVIDER)
public class CallsInHand implements Filter {

    /** Its name among Dubbo's extensions. */
    static final String NAME = "callsInHand";

    private final InHand calls = new InHand();

    @Override
    public Result invoke(Invoker<?> invoker, Invocation invocation) {
        calls.begin();
        try {
            return invoker.invoke(invocation);
        } finally {
            calls.end();
        }
    }

    InHand calls() {
        return calls;
    }
}
