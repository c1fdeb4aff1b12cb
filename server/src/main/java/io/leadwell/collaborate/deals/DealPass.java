package io.leadwell.collaborate.deals;

import io.leadwell.pool.imports.ImportContext;
import io.leadwell.pool.imports.ImportPass;
import io.leadwell.pool.imports.ImportRow;
import io.leadwell.pool.leads.LeadHistory;
import io.leadwell.pool.leads.LeadHistory.LeadReference;
import io.leadwell.pool.leads.References;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One walk over the rows of a deals file. */
final class DealPass implements ImportPass {

  private final DealIntake intake;
  private final LeadHistory history;
  private final References references;
  private final ImportContext context;
  private final Instant now;
  private Map<String, LeadReference> leads = Map.of();

  /** Rows known by their content only: two of them in one file would overwrite each other. */
  private final Map<String, Long> madeKeys = new HashMap<>();

  private long editedByHand;
  private long wonBeforeContact;
  private long wonWithoutAmount;
  private final List<String> editedByHandRows = new ArrayList<>();
  private final List<String> wonBeforeContactRows = new ArrayList<>();
  private final List<String> wonWithoutAmountRows = new ArrayList<>();

  DealPass(
      DealIntake intake,
      LeadHistory history,
      References references,
      ImportContext context,
      Instant now) {
    this.intake = intake;
    this.history = history;
    this.references = references;
    this.context = context;
    this.now = now;
  }

  @Override
  public RowCounts check(List<ImportRow> rows) {
    List<ImportRow> good = good(rows);
    references.foresee(good);
    return counted(good, intake.foresee(context.source(), deals(good)));
  }

  @Override
  public RowCounts commit(List<ImportRow> rows) {
    List<ImportRow> good = good(rows);
    references.resolve(good);
    return counted(good, intake.bring(context, now, deals(good)));
  }

  private RowCounts counted(List<ImportRow> good, DealIntake.Brought brought) {
    for (int place : brought.leftAlone()) {
      editedByHand++;
      example(editedByHandRows, good.get(place));
    }
    return brought.counts();
  }

  @Override
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>(references.notices());
    if (editedByHand > 0) {
      notices.add(new Notice("dealsEditedByHand", editedByHand, editedByHandRows));
    }
    if (wonBeforeContact > 0) {
      notices.add(new Notice("wonBeforeContact", wonBeforeContact, wonBeforeContactRows));
    }
    if (wonWithoutAmount > 0) {
      notices.add(new Notice("wonWithoutAmount", wonWithoutAmount, wonWithoutAmountRows));
    }
    return notices;
  }

  /** Rows of known leads; their leads are kept for what follows. */
  private List<ImportRow> good(List<ImportRow> rows) {
    leads =
        history.byKeys(
            context.source(),
            rows.stream()
                .filter(row -> !row.refused())
                .map(row -> row.text("lead_key"))
                .filter(Objects::nonNull)
                .toList());
    List<ImportRow> good = new ArrayList<>(rows.size());
    for (ImportRow row : rows) {
      if (!row.refused() && !leads.containsKey(leadKey(row))) {
        row.refuse("lead_key", "deals.unknownLead", leadKey(row));
      }
      if (!row.refused() && !row.has("key")) {
        Long first = madeKeys.putIfAbsent(key(row), row.number());
        if (first != null) {
          row.refuse("lead_key", "deals.sameWithoutKey", first);
        }
      }
      if (!row.refused()) {
        good.add(row);
      }
    }
    return good;
  }

  private List<Deal> deals(List<ImportRow> good) {
    return good.stream()
        .map(row -> deal(row, Objects.requireNonNull(leads.get(leadKey(row)))))
        .toList();
  }

  private Deal deal(ImportRow row, LeadReference lead) {
    Instant wonAt = time(row, "won_at");
    Instant lostAt = time(row, "lost_at");
    Instant pocStart = time(row, "poc_started_at");
    Instant told = time(row, "opened_at");
    Instant openedAt =
        told != null
            ? told
            : Stream.of(pocStart, wonAt, lostAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(now);
    Long amount = row.value("amount", Long.class);
    note(row, lead, wonAt, amount);
    String name = row.text("name");
    String company = row.text("company");
    return new Deal(
        key(row),
        lead.leadId(),
        lead.companyId(),
        name != null ? name : company != null ? company : leadKey(row),
        amount,
        row.value("arr", Long.class),
        row.text("product"),
        row.text("contract_number"),
        references.owner(row),
        references.sdr(row),
        row.text("industry"),
        row.text("loss_reason"),
        row.text("competitor"),
        openedAt,
        pocStart,
        time(row, "poc_ended_at"),
        row.text("poc_result"),
        row.text("poc_failure_reason"),
        wonAt,
        lostAt);
  }

  private void note(
      ImportRow row, LeadReference lead, @Nullable Instant wonAt, @Nullable Long amount) {
    if (wonAt != null && wonAt.isBefore(lead.firstContactAt())) {
      wonBeforeContact++;
      example(wonBeforeContactRows, row);
    }
    if (wonAt != null && (amount == null || amount == 0)) {
      wonWithoutAmount++;
      example(wonWithoutAmountRows, row);
    }
  }

  private static void example(List<String> examples, ImportRow row) {
    if (examples.size() < 8) {
      examples.add(Long.toString(row.number()));
    }
  }

  /** Without a key of its own a deal is its lead, product and day. */
  private static String key(ImportRow row) {
    String key = row.text("key");
    if (key != null) {
      return key;
    }
    Instant when = time(row, "won_at") != null ? time(row, "won_at") : time(row, "opened_at");
    return "made:" + leadKey(row) + "|" + row.text("product") + "|" + when;
  }

  private static String leadKey(ImportRow row) {
    return String.valueOf(row.text("lead_key"));
  }

  private static @Nullable Instant time(ImportRow row, String field) {
    return row.value(field, Instant.class);
  }
}
