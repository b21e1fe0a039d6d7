package io.microecommerce.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.common.serialize.ObjectOutput;
import org.apache.dubbo.common.serialize.Serialization;
import org.apache.dubbo.rpc.model.FrameworkModel;

/** Records as Dubbo puts them on the wire. */
final class HessianBytes {

    private static final URL ANYWHERE = URL.valueOf("tri://127.0.0.1")
            .setScopeModel(FrameworkModel.defaultModel().defaultApplication());

    private HessianBytes() {}

    static byte[] of(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ObjectOutput out = hessian2().serialize(ANYWHERE, bytes);
        out.writeObject(value);
        out.flushBuffer();
        return bytes.toByteArray();
    }

    static Object read(byte[] bytes, Class<?> type) throws IOException, ClassNotFoundException {
        return hessian2().deserialize(ANYWHERE, new ByteArrayInputStream(bytes)).readObject(type);
    }

    private static Serialization hessian2() {
        return FrameworkModel.defaultModel()
                .getExtensionLoader(Serialization.class)
                .getExtension("hessian2");
    }
}
