package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.ACTION;
import static io.leadwell.tables.collect.Tables.VISIT;
import static io.leadwell.tables.collect.Tables.VISIT_PAGE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.sum;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How often contents were read, by the word that their pages tell the tracker. */
@Service
public class Readership {

  private static final String END = "read_end";
  private static final String SHARE = "share";
  private static final String DOWNLOAD = "content_download";

  private final DSLContext dsl;

  Readership(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * By content; one that nobody has read is not among them. As far back as visits are kept, see
   * {@link Retentions}.
   */
  @Transactional(readOnly = true)
  public Map<String, Readers> of(Collection<String> contents) {
    Map<String, Map<String, Long>> deeds = deeds(contents);
    Map<String, Readers> readers = new HashMap<>();
    dsl.select(
            VISIT_PAGE.CONTENT, count(), countDistinct(VISIT.VISITOR_ID), sum(VISIT_PAGE.DWELL_MS))
        .from(VISIT_PAGE)
        .join(VISIT)
        .on(VISIT.ID.eq(VISIT_PAGE.VISIT_ID))
        .where(VISIT_PAGE.CONTENT.in(contents).and(VISIT_PAGE.URL.isNotNull()))
        .groupBy(VISIT_PAGE.CONTENT)
        .forEach(row -> {
          Map<String, Long> did = deeds.getOrDefault(row.value1(), Map.of());
          readers.put(
              row.value1(),
              new Readers(
                  row.value2(),
                  row.value3(),
                  row.value4().longValue(),
                  did.getOrDefault(END, 0L),
                  did.getOrDefault(SHARE, 0L),
                  did.getOrDefault(DOWNLOAD, 0L)));
        });
    return readers;
  }

  private Map<String, Map<String, Long>> deeds(Collection<String> contents) {
    Map<String, Map<String, Long>> deeds = new HashMap<>();
    dsl.select(ACTION.CONTENT, ACTION.NAME, count())
        .from(ACTION)
        .where(ACTION.CONTENT.in(contents).and(ACTION.NAME.in(END, SHARE, DOWNLOAD)))
        .groupBy(ACTION.CONTENT, ACTION.NAME)
        .forEach(row ->
            deeds
                .computeIfAbsent(row.value1(), _ -> new HashMap<>())
                .put(row.value2(), row.value3().longValue()));
    return deeds;
  }
}
