package io.leadwell.acquire.content;

import static io.leadwell.tables.content.Tables.REGISTRATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who filled a form on the page of an item. */
@Component
class Registrations {

  private final DSLContext dsl;

  Registrations(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The browser that filled the form passes its gates; told again, the person may be known. */
  @Transactional
  public void put(Registration registration, UUID holder) {
    dsl.insertInto(REGISTRATION)
        .set(REGISTRATION.SUBMISSION_ID, registration.submissionId())
        .set(REGISTRATION.FORM_ID, registration.formId())
        .set(REGISTRATION.ITEM_ID, registration.itemId())
        .set(REGISTRATION.HOLDER, holder)
        .set(REGISTRATION.PERSON_ID, registration.personId())
        .set(REGISTRATION.LEAD_ID, registration.leadId())
        .set(REGISTRATION.REGISTERED_AT, registration.at())
        .onConflict(REGISTRATION.SUBMISSION_ID)
        .doUpdate()
        .set(
            REGISTRATION.PERSON_ID,
            coalesce(excluded(REGISTRATION.PERSON_ID), REGISTRATION.PERSON_ID))
        .set(REGISTRATION.LEAD_ID, coalesce(excluded(REGISTRATION.LEAD_ID), REGISTRATION.LEAD_ID))
        .execute();
  }

  /** How many forms were filled in on the page of each item; none is no entry. */
  Map<UUID, Long> counts(Collection<UUID> items) {
    return dsl.select(REGISTRATION.ITEM_ID, count())
        .from(REGISTRATION)
        .where(REGISTRATION.ITEM_ID.in(items))
        .groupBy(REGISTRATION.ITEM_ID)
        .fetchMap(Record2::value1, row -> row.value2().longValue());
  }

  /** Who it was has become known later. */
  @Transactional
  public void known(UUID submission, UUID person, @Nullable UUID lead) {
    dsl.update(REGISTRATION)
        .set(REGISTRATION.PERSON_ID, person)
        .set(REGISTRATION.LEAD_ID, lead)
        .where(REGISTRATION.SUBMISSION_ID.eq(submission))
        .execute();
  }
}
