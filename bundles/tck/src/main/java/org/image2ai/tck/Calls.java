package org.image2ai.tck;

import java.time.Instant;
import org.image2ai.api.AccountId;
import org.image2ai.api.CallContext;
import org.image2ai.api.Purpose;
import org.image2ai.api.RequestId;

/** Call contexts for tests. */
public final class Calls {
    /** Somebody. */
    public static final AccountId ALICE = new AccountId("acc_ALICE");

    /** Somebody else. */
    public static final AccountId BOB = new AccountId("acc_BOB");

    private Calls() {}

    /** A call of an account that has a minute. */
    public static CallContext of(AccountId account) {
        return new CallContext(
                account,
                new RequestId("req_test"),
                Purpose.SERVICE,
                Instant.now().plusSeconds(60));
    }
}
