package org.image2ai.privacy.choice;

import java.time.LocalDate;
import java.util.Optional;
import org.image2ai.api.AccountId;

/**
 * When an account was used.
 *
 * @param account which
 * @param seen the last day
 * @param warned the day on which its person was told that it will be erased, if it was not used since
 */
public record Activity(AccountId account, LocalDate seen, Optional<LocalDate> warned) {}
