package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;

import io.leadwell.pool.fields.FieldEntity;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * The columns of people and leads that facts fill, behind their id: the same for who comes in and
 * for who is folded anew.
 */
final class FactColumns {

  static final List<Field<?>> OF_PERSON =
      List.of(
          PERSON.NAME,
          PERSON.TITLE,
          PERSON.PHONE,
          PERSON.EMAIL,
          PERSON.COMPANY_ID,
          PERSON.PROVINCE,
          PERSON.CITY,
          PERSON.SEARCH_TEXT,
          PERSON.GRAMS,
          PERSON.CUSTOM);
  static final List<Field<?>> OF_LEAD =
      List.of(
          LEAD.SOURCE_KEY,
          LEAD.COMPANY_ID,
          LEAD.BUSINESS_LINE,
          LEAD.CHANNEL_ID,
          LEAD.CAMPAIGN_ID,
          LEAD.CONTENT,
          LEAD.PLAN,
          LEAD.UNIT,
          LEAD.KEYWORD,
          LEAD.SOURCE_CLASS,
          LEAD.INDUSTRY,
          LEAD.PROVINCE,
          LEAD.CITY,
          LEAD.OWNER_ID,
          LEAD.SDR_ID,
          LEAD.NOTE,
          LEAD.FIRST_CONTACT_AT,
          LEAD.LAST_TOUCH_AT,
          LEAD.CUSTOM);

  /** Says a fact, where it is told. */
  interface Told {
    @Nullable String get(Fact fact);
  }

  private FactColumns() {}

  /**
   * @param custom what is told of a house's own fields
   * @param ways all phones and mailboxes of the person, by any of which a search finds them
   */
  static @Nullable Object[] person(
      UUID id,
      Told told,
      Map<String, String> custom,
      @Nullable UUID company,
      Collection<String> ways) {
    Set<@Nullable String> words = new LinkedHashSet<>();
    words.add(told.get(Fact.NAME));
    words.add(told.get(Fact.COMPANY));
    words.add(told.get(Fact.PHONE));
    words.add(told.get(Fact.EMAIL));
    words.addAll(ways);
    SearchText search = SearchText.of(words);
    return new @Nullable Object[] {
      id,
      told.get(Fact.NAME),
      told.get(Fact.TITLE),
      told.get(Fact.PHONE),
      told.get(Fact.EMAIL),
      company,
      told.get(Fact.PROVINCE),
      told.get(Fact.CITY),
      search.text(),
      search.grams(),
      CustomValues.stored(custom, FieldEntity.PERSON)
    };
  }

  /** A lead was touched last at its first contact, unless it was touched later. */
  static @Nullable Object[] lead(
      UUID id,
      @Nullable String key,
      Told told,
      Map<String, String> custom,
      @Nullable UUID company,
      Instant firstContact,
      @Nullable Instant lastTouch) {
    return new @Nullable Object[] {
      id,
      key,
      company,
      Objects.requireNonNullElse(told.get(Fact.BUSINESS_LINE), ""),
      told.get(Fact.CHANNEL_ID),
      told.get(Fact.CAMPAIGN_ID),
      told.get(Fact.CONTENT),
      told.get(Fact.PLAN),
      told.get(Fact.UNIT),
      told.get(Fact.KEYWORD),
      told.get(Fact.SOURCE_CLASS),
      told.get(Fact.INDUSTRY),
      told.get(Fact.PROVINCE),
      told.get(Fact.CITY),
      told.get(Fact.OWNER_ID),
      told.get(Fact.SDR_ID),
      told.get(Fact.NOTE),
      firstContact,
      lastTouch == null || lastTouch.isBefore(firstContact) ? firstContact : lastTouch,
      CustomValues.stored(custom, FieldEntity.LEAD)
    };
  }
}
