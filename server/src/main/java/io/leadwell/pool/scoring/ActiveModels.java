package io.leadwell.pool.scoring;

import io.leadwell.kernel.rules.Facts;
import io.leadwell.tables.scoring.tables.records.ModelRow;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The models that count now. Asked anew each time: a publication counts for the next lead. */
@Component
class ActiveModels {

  /** The line of a lead, by which its model is found. */
  private static final String LINE = "lead.businessLine";

  /** By line in the case in which facts are told. */
  record Now(Map<String, ReadyModel> byLine, ReadyModel others) {

    ReadyModel of(Facts facts) {
      return facts.words(LINE).stream()
          .filter(byLine::containsKey)
          .findFirst()
          .map(byLine::get)
          .orElse(others);
    }
  }

  private final ModelStore store;
  private final ModelReading reading;

  ActiveModels(ModelStore store, ModelReading reading) {
    this.store = store;
    this.reading = reading;
  }

  Now now() {
    Map<String, ReadyModel> byLine = new HashMap<>();
    ReadyModel others = null;
    for (ModelStore.Active active : store.active()) {
      ModelRow row = active.model();
      ReadyModel model =
          reading.ready(
              row.getBusinessLine(), row.getVersion(), reading.read(row.getDefinition().data()));
      if (row.getBusinessLine().isEmpty()) {
        others = model;
      } else {
        byLine.put(Facts.folded(row.getBusinessLine()), model);
      }
    }
    return new Now(byLine, others == null ? reading.ready("", 0, reading.shipped()) : others);
  }
}
