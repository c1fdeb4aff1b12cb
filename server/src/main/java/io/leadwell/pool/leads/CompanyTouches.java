package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the people of a company did while somebody was selling to it. For whoever sells: it tells
 * who moves there, and nothing by which they could be contacted.
 */
@Service
public class CompanyTouches {

  /** Somebody of the company who did something. */
  public record Moved(
      UUID id,
      Instant at,
      String scene,
      @Nullable String content,
      UUID personId,
      @Nullable String name,
      @Nullable String title) {}

  /**
   * The latest of them.
   *
   * @param total how many there are, the lead's own among them
   * @param people how many people they are of
   */
  public record Moves(int total, int people, List<Moved> latest) {

    public static final Moves NONE = new Moves(0, 0, List.of());
  }

  private final DSLContext dsl;

  CompanyTouches(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Of the company of a lead, from one moment to another; without one, until now. A lead of no
   * company tells of its own person only.
   */
  @Transactional(readOnly = true)
  public Moves around(UUID lead, Instant from, @Nullable Instant to, int most) {
    Condition during =
        TOUCH
            .PERSON_ID
            .in(colleagues(lead))
            .and(TOUCH.WITHDRAWN_AT.isNull())
            .and(TOUCH.HAPPENED_AT.ge(from))
            .and(to == null ? noCondition() : TOUCH.HAPPENED_AT.le(to));
    var totals =
        dsl.select(DSL.count(), DSL.countDistinct(TOUCH.PERSON_ID))
            .from(TOUCH)
            .where(during)
            .fetchSingle();
    if (totals.value1() == 0) {
      return Moves.NONE;
    }
    List<Moved> latest =
        dsl.select(
                TOUCH.ID,
                TOUCH.HAPPENED_AT,
                TOUCH.SCENE,
                TOUCH.CONTENT,
                TOUCH.PERSON_ID,
                PERSON.NAME,
                PERSON.TITLE)
            .from(TOUCH)
            .join(PERSON)
            .on(PERSON.ID.eq(TOUCH.PERSON_ID))
            .where(during)
            .orderBy(TOUCH.HAPPENED_AT.desc(), TOUCH.ID.desc())
            .limit(most)
            .fetch(row ->
                new Moved(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7()));
    return new Moves(totals.value1(), totals.value2(), latest);
  }

  private static Select<Record1<UUID>> colleagues(UUID lead) {
    var of = LEAD.as("of");
    return DSL.select(LEAD.PERSON_ID)
        .from(LEAD)
        .join(of)
        .on(of.COMPANY_ID.eq(LEAD.COMPANY_ID).or(of.ID.eq(LEAD.ID)))
        .where(of.ID.eq(lead));
  }
}
