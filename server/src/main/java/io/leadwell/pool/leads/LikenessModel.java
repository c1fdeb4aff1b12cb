package io.leadwell.pool.leads;

import io.leadwell.kernel.matching.Matching;
import io.leadwell.kernel.matching.Model;
import io.leadwell.kernel.matching.Separate;
import io.leadwell.kernel.matching.Settings;
import io.leadwell.kernel.samples.Dirty;
import io.leadwell.kernel.samples.DirtyLeads;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much each agreement of two people of a pool proves. Learnt once, without labels, on leads
 * made up with every kind of dirt, and shipped: a young pool has too few people to learn from.
 */
final class LikenessModel {

  private static final String SHIPPED = "/likeness/model.json";
  private static final int RECORDS = 30_000;
  private static final long SEED = 20_261_126;

  private LikenessModel() {}

  static Model shipped(JsonMapper json) {
    try (InputStream in = LikenessModel.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("The model of likeness is not part of this build");
      }
      return json.readValue(in, Model.class);
    } catch (IOException e) {
      throw new IllegalStateException("The model of likeness cannot be read", e);
    }
  }

  /** What is shipped, learnt anew. */
  static Model learnt() {
    Dirty leads = DirtyLeads.of(RECORDS, SEED);
    int columns = Likeness.columns().size();
    List<String[]> rows =
        leads.rows().stream().map(row -> java.util.Arrays.copyOf(row, columns)).toList();
    return Matching.duplicates(Likeness.columns(), rows, Separate.NONE, Settings.USUAL).model();
  }
}
