package io.leadwell.acquire.collect;

import static io.leadwell.tables.collect.Tables.READERSHIP;

import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;

/** How often contents were read, by the word that their pages tell the tracker. */
@Service
public class Readership {

  private final DSLContext dsl;

  Readership(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** By content, for all times; one that nobody has read is not among them. */
  public Map<String, Readers> of(Collection<String> contents) {
    return contents.isEmpty()
        ? Map.of()
        : dsl.selectFrom(READERSHIP)
            .where(READERSHIP.CONTENT.in(contents))
            .fetchMap(
                READERSHIP.CONTENT,
                row ->
                    new Readers(
                        row.getViews(),
                        row.getVisitors(),
                        row.getDwellMs(),
                        row.getEnds(),
                        row.getShares(),
                        row.getDownloads()));
  }
}
