package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.imports.ImportRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Companies as files, edits, touches and contracts make them. */
abstract class CompanyFiles extends LeadFiles {

  static final Caller WHO = Caller.system();
  static final long SEED = 20_261_126;

  @Autowired Touches touches;
  @Autowired LeadHistory history;

  /** Imports, corrections, edits, touches, contracts, undos: everything that moves a figure. */
  void storm(Random random, int steps) {
    List<UUID> batches = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      List<UUID> all = dsl.select(LEAD.ID).from(LEAD).orderBy(LEAD.ID).fetch(LEAD.ID);
      UUID lead = all.isEmpty() ? null : all.get(random.nextInt(all.size()));
      int chance = random.nextInt(10);
      if (lead == null || chance < 5) {
        batches.add(bring(rows(random)));
      } else if (chance == 5) {
        leads.edit(lead, new LeadEdit(Map.of(Fact.COMPANY, company(random))), WHO);
      } else if (chance == 6) {
        touch(lead, random);
      } else if (chance == 7) {
        long fen = random.nextInt(3) * 100L;
        transaction.executeWithoutResult(_ -> history.revenue(Map.of(lead, fen)));
      } else if (!batches.isEmpty()) {
        UUID batch = batches.remove(random.nextInt(batches.size()));
        undo(batch);
      }
    }
  }

  private void touch(UUID lead, Random random) {
    UUID person =
        dsl.select(LEAD.PERSON_ID).from(LEAD).where(LEAD.ID.eq(lead)).fetchSingle().value1();
    touches.put(
        List.of(
            new NewTouch(
                person,
                "t" + random.nextInt(1000),
                "website",
                MARCH.plus(Duration.ofHours(random.nextInt(500))),
                CameFrom.UNKNOWN,
                Map.of(),
                null,
                Map.of())));
  }

  private static ImportRow[] rows(Random random) {
    ImportRow[] rows = new ImportRow[1 + random.nextInt(4)];
    int first = random.nextInt(16);
    for (int i = 0; i < rows.length; i++) {
      Instant contact = MARCH.plus(Duration.ofHours(random.nextInt(100)));
      rows[i] = row("k" + (first + i), company(random), contact);
    }
    return rows;
  }

  private static @Nullable String company(Random random) {
    int which = random.nextInt(9);
    return which == 0 ? "" : "公司" + which;
  }

  UUID bring(ImportRow... rows) {
    UUID batch = Ids.next();
    bring(batch, rows);
    return batch;
  }

  static ImportRow row(String key, @Nullable String company, Instant contact) {
    List<Object> pairs = new ArrayList<>(List.of("key", key, "name", "王" + key));
    if (company != null && !company.isEmpty()) {
      pairs.addAll(List.of("company", company));
    }
    pairs.addAll(List.of("lead_at", contact));
    return row(2, pairs.toArray());
  }
}
