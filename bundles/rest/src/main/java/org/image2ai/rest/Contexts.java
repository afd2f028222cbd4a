package org.image2ai.rest;

import java.util.List;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.image2ai.api.CallContext;
import org.image2ai.api.security.ClientInfo;
import org.image2ai.api.security.Identity;

/** Fills in {@code @Context} parameters of our own types. */
final class Contexts {
    private Contexts() {}

    static List<Object> providers() {
        return List.of(new Calls(), new Identities(), new Clients());
    }

    private static final class Calls implements ContextProvider<CallContext> {
        @Override
        public CallContext createContext(Message message) {
            return Guard.call(message);
        }
    }

    private static final class Identities implements ContextProvider<Identity> {
        @Override
        public Identity createContext(Message message) {
            return Guard.identity(message);
        }
    }

    private static final class Clients implements ContextProvider<ClientInfo> {
        @Override
        public ClientInfo createContext(Message message) {
            return Guard.client(message);
        }
    }
}
