package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Visible;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** People to be told something: who they are behind a choice of leads, and who may look at them. */
@Service
public class Audience {

  /** So many at once; memory does not grow with the audience. */
  public static final int CHUNK = 2_000;

  /**
   * Somebody whom the reader may see.
   *
   * @param leadId their newest lead among those that may be seen
   */
  public record Seen(PersonCard card, @Nullable UUID leadId) {}

  private final DSLContext dsl;
  private final People people;
  private final LeadConditions conditions;

  Audience(DSLContext dsl, People people, LeadConditions conditions) {
    this.conditions = conditions;
    this.dsl = dsl;
    this.people = people;
  }

  /** Everybody behind the leads that may be seen, once each, those known longest first. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void each(LeadChoice choice, Caller reader, Consumer<List<PersonCard>> to) {
    List<PersonCard> chunk = new ArrayList<>(CHUNK);
    try (var rows =
        dsl.select(PERSON.ID, PERSON.NAME, PERSON.TITLE, COMPANY.NAME, PERSON.PHONE, PERSON.EMAIL)
            .from(PERSON)
            .leftJoin(COMPANY)
            .on(COMPANY.ID.eq(PERSON.COMPANY_ID))
            .where(
                PERSON.ID.in(
                    select(LEAD.PERSON_ID)
                        .from(LEAD)
                        .where(LeadConditions.visible(reader.visible()))
                        .and(chosen(choice))))
            .orderBy(PERSON.ID)
            .fetchSize(CHUNK)
            .fetchLazy()) {
      for (var row : rows) {
        chunk.add(
            new PersonCard(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                row.value6()));
        if (chunk.size() == CHUNK) {
          to.accept(List.copyOf(chunk));
          chunk.clear();
        }
      }
    }
    if (!chunk.isEmpty()) {
      to.accept(List.copyOf(chunk));
    }
  }

  /** The leads themselves that may be seen, as a query of their ids. */
  public Select<Record1<UUID>> leads(LeadChoice choice, Caller reader) {
    return select(LEAD.ID)
        .from(LEAD)
        .where(LeadConditions.visible(reader.visible()))
        .and(chosen(choice));
  }

  /**
   * Those of these people whom the reader may see, as they are known now. Who is gone from the pool
   * has no entry, nor has who has no lead in the reader's scope.
   */
  @Transactional(readOnly = true)
  public Map<UUID, Seen> seen(Collection<UUID> ids, Caller reader) {
    Map<UUID, PersonCard> cards = people.cards(ids);
    Map<UUID, UUID> leads = new HashMap<>();
    dsl.select(LEAD.PERSON_ID, LEAD.ID)
        .from(LEAD)
        .where(
            LEAD.PERSON_ID.eq(
                any(
                    cards.values().stream()
                        .map(PersonCard::personId)
                        .distinct()
                        .toArray(UUID[]::new))))
        .and(LeadConditions.visible(reader.visible()))
        .orderBy(LEAD.FIRST_CONTACT_AT, LEAD.ID)
        .forEach(row -> leads.put(row.value1(), row.value2()));
    boolean all = reader.visible() instanceof Visible.Everything;
    Map<UUID, Seen> seen = new HashMap<>();
    cards.forEach((id, card) -> {
      UUID lead = leads.get(card.personId());
      if (all || lead != null) {
        seen.put(id, new Seen(card, lead));
      }
    });
    return seen;
  }

  private Condition chosen(LeadChoice choice) {
    Condition chosen = noCondition();
    if (choice.ids() != null) {
      chosen = chosen.and(LEAD.ID.eq(any(choice.ids().toArray(UUID[]::new))));
    }
    return choice.filter() == null ? chosen : chosen.and(conditions.of(choice.filter()));
  }
}
