package io.leadwell.demo;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What came of a lead that became an opportunity. Money in yuan. */
record DemoDeal(
    LocalDateTime openedAt,
    @Nullable LocalDateTime pocStartedAt,
    @Nullable LocalDateTime pocEndedAt,
    @Nullable Boolean pocPassed,
    @Nullable String pocFailure,
    @Nullable LocalDateTime wonAt,
    @Nullable LocalDateTime lostAt,
    @Nullable String lossReason,
    @Nullable String competitor,
    long amountYuan,
    String product) {}
