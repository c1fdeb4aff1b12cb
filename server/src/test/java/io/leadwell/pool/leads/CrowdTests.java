package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.IDENTIFIER;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.STAGE_ENTRY;
import static io.leadwell.tables.leads.Tables.TOUCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.leadwell.base.workspace.Caller;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A hundred at once type in the same thousand people, each in a spelling of their own. */
@OnPostgres
class CrowdTests {

  private static final int PEOPLE = 1_000;
  private static final int SPELLINGS = 3;
  private static final int AT_ONCE = 100;
  private static final Caller SOMEBODY = Caller.system();

  private static final List<String> SURNAMES = List.of("张", "陈", "刘", "赵", "孙", "马", "吴", "罗");
  private static final List<String> TRADITIONAL = List.of("張", "陳", "劉", "趙", "孫", "馬", "吳", "羅");
  private static final List<String> LATIN =
      List.of("Zhang", "Chen", "Liu", "Zhao", "Sun", "Ma", "Wu", "Luo");
  private static final List<String> GIVEN = List.of("晓峰", "建国", "文静", "海燕", "志强");
  private static final List<String> SOUNDS =
      List.of("Xiaofeng", "Jianguo", "Wenjing", "Haiyan", "Zhiqiang");
  private static final List<String> PLACES = List.of("青山", "绿水", "长河", "大漠", "星辰");
  private static final List<String> TRADES = List.of("光电", "机械", "软件", "化工", "仪表");

  @Autowired private Leads leads;
  @Autowired private LikenessWork work;
  @Autowired private DSLContext dsl;

  private static NewLead typed(int person, int spelling) {
    String number = Long.toString(13_512_345_678L + person * 7_654_321L % 80_000_000L);
    String phone =
        switch (spelling) {
          case 0 -> number;
          case 1 ->
              "+86 "
                  + number.substring(0, 3)
                  + "-"
                  + number.substring(3, 7)
                  + " "
                  + number.substring(7);
          default -> wide(number) + "（微信同号）";
        };
    int s = person % 8;
    int g = person / 8 % 5;
    String name =
        switch (spelling) {
          case 0 -> SURNAMES.get(s) + GIVEN.get(g);
          case 1 -> TRADITIONAL.get(s) + GIVEN.get(g);
          default -> LATIN.get(s) + " " + SOUNDS.get(g);
        };
    String mail =
        SOUNDS.get(g) + person + "@" + (spelling == 1 ? "FIRM" : "firm") + person + ".com";
    String firm = PLACES.get(person / 40 % 5) + person + TRADES.get(person / 200 % 5);
    String company = spelling == 1 ? firm + "（有限公司）" : firm + "有限公司";
    return new NewLead(name, phone, mail, company, null, null, null, null, null, null, null);
  }

  private static String wide(String digits) {
    StringBuilder wide = new StringBuilder();
    digits.chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
    return wide.toString();
  }

  @Test
  void a_thousand_people_in_three_spellings_by_a_hundred_threads_are_a_thousand_people()
      throws Exception {
    List<int[]> all = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      for (int spelling = 0; spelling < SPELLINGS; spelling++) {
        all.add(new int[] {person, spelling});
      }
    }
    Collections.shuffle(all, new Random(100));
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> typing = new ArrayList<>();
      for (int[] one : all) {
        typing.add(threads.submit(() -> leads.capture(typed(one[0], one[1]), SOMEBODY)));
      }
      for (Future<?> one : typing) {
        one.get();
      }
    }
    while (work.step() > 0) {
      // as long as somebody waits
    }

    assertThat(dsl.fetchCount(PERSON, PERSON.REDIRECT_TO.isNull())).isEqualTo(PEOPLE);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(PEOPLE);
    assertThat(dsl.fetchCount(SOURCE_RECORD)).isEqualTo(PEOPLE * SPELLINGS);
    assertThat(dsl.fetchCount(LINK, LINK.SUPERSEDED_AT.isNull())).isEqualTo(PEOPLE * SPELLINGS);
    assertNoOrphans();
  }

  private void assertNoOrphans() {
    assertThat(
            dsl.fetchCount(
                LEAD,
                notExists(
                    selectOne()
                        .from(PERSON)
                        .where(PERSON.ID.eq(LEAD.PERSON_ID))
                        .and(PERSON.REDIRECT_TO.isNull()))))
        .isZero();
    assertThat(
            dsl.fetchCount(
                IDENTIFIER,
                notExists(
                    selectOne()
                        .from(PERSON)
                        .where(PERSON.ID.eq(IDENTIFIER.PERSON_ID))
                        .and(PERSON.REDIRECT_TO.isNull()))))
        .isZero();
    assertThat(
            dsl.fetchCount(
                TOUCH,
                notExists(
                    selectOne()
                        .from(LEAD)
                        .where(LEAD.ID.eq(TOUCH.LEAD_ID))
                        .and(LEAD.PERSON_ID.eq(TOUCH.PERSON_ID)))))
        .isZero();
    assertThat(
            dsl.fetchCount(
                STAGE_ENTRY,
                notExists(selectOne().from(LEAD).where(LEAD.ID.eq(STAGE_ENTRY.LEAD_ID)))))
        .isZero();
  }
}
