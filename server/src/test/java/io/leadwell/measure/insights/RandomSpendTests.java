package io.leadwell.measure.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.acquire.campaigns.SpendDraft;
import io.leadwell.acquire.campaigns.Spending;
import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** In worlds of fixed seeds the spend of every sheet is the spend ledger. */
@OnPostgres
class RandomSpendTests extends RandomWorld {

  @Autowired private Spending spending;

  @ParameterizedTest
  @ValueSource(longs = {3, 4})
  void spend_of_every_sheet_is_the_spend_ledger(long seed) {
    Random random = new Random(seed);
    populate(random);
    List<UUID> ids = new ArrayList<>(frames.keySet());
    long sum = 0;
    for (int i = 0; i < 60; i++) {
      LocalDate from = LocalDate.of(2025, 12, 1).plusDays(random.nextInt(120));
      long fen = random.nextInt(1_000_000);
      UUID channel = i % 5 == 0 ? null : ids.get(random.nextInt(ids.size()));
      sum += fen;
      spending.add(
          new SpendDraft(
              from,
              from.plusDays(random.nextInt(40)),
              channel,
              null,
              null,
              null,
              null,
              null,
              fen,
              null,
              null,
              null),
          Caller.system());
    }
    for (Dimension by :
        List.of(
            Dimension.NONE,
            Dimension.CHANNEL,
            Dimension.FRAME,
            Dimension.CAMPAIGN,
            Dimension.MONTH,
            Dimension.SOURCE_CLASS)) {
      Sheet sheet =
          reports.channels(
              new Question(by, Basis.PERIOD, Period.ever(), ReportFilter.all()),
              Caller.system(),
              Locale.ENGLISH);
      assertThat(sheet.total().spendFen()).isEqualTo(sum);
      assertThat(sheet.rows().stream().mapToLong(r -> orZero(r.spendFen())).sum()).isEqualTo(sum);
      assertThat(sheet.rows().stream().mapToLong(SheetRow::customers).sum())
          .isEqualTo(sheet.total().customers());
      for (SheetRow row : sheet.rows()) {
        Behind behind = new Behind(sheet.question(), row.key(), Figure.CUSTOMER, false, null);
        if (!row.key().equals(Keys.UNALLOCATED)) {
          assertThat(reports.leads(behind, Caller.system(), null, 1).total())
              .isEqualTo(row.customers());
        }
      }
    }
  }
}
