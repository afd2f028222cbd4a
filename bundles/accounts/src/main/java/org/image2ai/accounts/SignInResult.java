package org.image2ai.accounts;

import java.time.Instant;
import java.util.Optional;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.image2ai.api.account.Account;
import org.image2ai.api.security.OpenedSession;

/** How a sign-in at a provider ended: in a session, or in a ticket for those who have no account yet. */
sealed interface SignInResult {
    /** The answer to a program. */
    Response answer(Response.ResponseBuilder builder);

    /** Where a browser goes from here, behind the address of the server. */
    String page();

    /** They are in. */
    record In(Account account, OpenedSession session) implements SignInResult {
        /** A session at its opening. */
        public record SignedInView(String id, Instant expires, String csrfToken, AccountView account) {}

        @Override
        public Response answer(Response.ResponseBuilder builder) {
            session.cookies().forEach(cookie -> builder.header(HttpHeaders.SET_COOKIE, cookie));
            return builder.entity(new SignedInView(
                            session.id().value(), session.expires(), session.csrfToken(), AccountView.of(account)))
                    .build();
        }

        @Override
        public String page() {
            return "/";
        }
    }

    /** They are known, and have no account. */
    record Newcomer(String ticket, String email, Optional<String> name) implements SignInResult {
        /** What is needed for an account. */
        public record TicketView(String status, String ticket, String email, Optional<String> name) {}

        @Override
        public Response answer(Response.ResponseBuilder builder) {
            return builder.entity(new TicketView("registration_required", ticket, email, name))
                    .build();
        }

        /** Behind a hash sign, so that no server and no log on the way sees it. */
        @Override
        public String page() {
            return "/register#ticket=" + ticket;
        }

        @Override
        public String toString() {
            return "Newcomer";
        }
    }
}
