package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.LINK;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.SOURCE_RECORD;
import static io.leadwell.tables.leads.Tables.SUSPECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.testing.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who arrives in another spelling: one person, a question, or somebody else. */
@OnPostgres
class LikenessTests extends ArrivingWorld {

  private static final Caller SOMEBODY = Caller.system();

  @Autowired private LikenessWork work;
  @Autowired private Merges merges;
  @Autowired private CompanyMerges companyMerges;
  @Autowired private Duplicates duplicates;
  @Autowired private People people;

  private Arrived arrive(
      String key, String name, @Nullable String phone, @Nullable String email, String company) {
    Facts facts =
        Facts.build()
            .with(Fact.NAME, name)
            .with(Fact.PHONE, phone)
            .with(Fact.EMAIL, email)
            .with(Fact.COMPANY, company)
            .done();
    return arrivals.bring(form(key, MAY, facts, List.of()));
  }

  private void settle() {
    while (work.step() > 0) {
      // as long as somebody waits
    }
  }

  private int peopleNow() {
    return dsl.fetchCount(PERSON, PERSON.REDIRECT_TO.isNull());
  }

  @Test
  void the_same_phone_under_the_name_in_pinyin_is_the_same_person_with_reasons() {
    Arrived one = arrive("s1", "欧阳晓峰", "+8613812345678", "ouyang@qingshan.cn", "青山机械有限公司");
    Arrived other = arrive("s2", "Ouyang Xiaofeng", "+8613812345678", "ouyang@qingshan.cn", "青山机械");
    assertThat(other.personId()).isNotEqualTo(one.personId());

    settle();

    assertThat(people.current(List.of(other.personId())))
        .containsEntry(other.personId(), one.personId());
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(1);
    Merges.Merged merged = merges.of(required(one.leadId()), SOMEBODY).getFirst();
    assertThat(merged.byHand()).isFalse();
    assertThat(merged.evidence()).extracting(Evidence::field).contains("phone", "email");
    assertThat(merged.survivor()).isEqualTo("欧阳晓峰");
    LeadRow lead = leads.get(required(one.leadId()), SOMEBODY);
    assertThat(lead.name()).as("the characters say more").isEqualTo("欧阳晓峰");
    assertThat(lead.company()).as("so does the whole name").isEqualTo("青山机械有限公司");
  }

  @Test
  void a_merge_that_was_taken_back_is_not_made_again() {
    Arrived one = arrive("s1", "欧阳晓峰", "+8613812345678", "ouyang@qingshan.cn", "青山机械有限公司");
    Arrived other = arrive("s2", "Ouyang Xiaofeng", "+8613812345678", "ouyang@qingshan.cn", "青山机械");
    settle();
    merges.undo(merges.of(required(one.leadId()), SOMEBODY).getFirst().id(), SOMEBODY);

    settle();

    assertThat(people.current(List.of(other.personId())))
        .containsEntry(other.personId(), other.personId());
    assertThat(dsl.fetchCount(SUSPECT, SUSPECT.DECISION.isNull())).isZero();
  }

  @Test
  void namesakes_with_two_numbers_in_one_firm_are_asked_about_and_decided_once() {
    arrive("s1", "欧阳晓峰", "+8613812345678", null, "青山机械有限公司");
    arrive("s2", "欧阳晓峰", "+8613987654321", null, "青山机械有限公司");
    settle();

    Duplicates.Pair pair = duplicates.page(null, 10, SOMEBODY).items().getFirst();
    assertThat(peopleNow()).isEqualTo(2);
    assertThat(pair.one().name()).isEqualTo("欧阳晓峰");
    assertThat(pair.evidence()).isNotEmpty();

    duplicates.decide(pair.id(), false, SOMEBODY);
    arrive("s3", "欧阳晓峰", "+8613987654321", "o@qingshan.cn", "青山机械有限公司");
    settle();
    assertThat(duplicates.page(null, 10, SOMEBODY).items()).isEmpty();

    duplicates.ask(pair.id(), SOMEBODY);
    assertThat(duplicates.decide(pair.id(), true, SOMEBODY)).isNotNull();
    assertThat(peopleNow()).isEqualTo(1);
  }

  @Test
  void colleagues_behind_one_switchboard_are_two_people() {
    arrive("s1", "欧阳晓峰", "+862158881234", null, "青山机械有限公司");
    arrive("s2", "李娜", "+862158881234", null, "青山机械有限公司");
    settle();

    assertThat(peopleNow()).isEqualTo(2);
  }

  private int companiesNow() {
    return dsl.fetchCount(COMPANY, COMPANY.REDIRECT_TO.isNull());
  }

  @Test
  void a_company_misspelt_by_the_same_person_is_one_company_and_can_be_taken_apart_for_good() {
    arrive("s1", "诸葛敏", "+8613812345678", "zhuge@tianhe.cn", "宁波天河自动化设备有限公司");
    arrive("s2", "李娜", "+8613987654321", "li@tianhe.cn", "宁波天河自动化设备有限公司");
    Arrived old = arrive("s3", "诸葛敏", "+8613812345678", "zhuge@tianhe.cn", "宁波天和自动化设备有限公司");
    arrive("s4", "诸葛敏", "+8613812345678", "zhuge@tianhe.cn", "天河自动化");
    settle();

    assertThat(companiesNow()).isEqualTo(1);
    assertThat(peopleNow()).isEqualTo(2);
    LeadRow lead = leads.get(required(old.leadId()), SOMEBODY);
    assertThat(lead.company()).isEqualTo("宁波天河自动化设备有限公司");

    companyMerges
        .of(required(lead.companyId()), SOMEBODY)
        .forEach(merged -> companyMerges.undo(merged.id(), SOMEBODY));
    arrive("s5", "诸葛敏", "+8613812345678", "min@tianhe.cn", "宁波天河自动化设备有限公司");
    settle();
    assertThat(companiesNow()).as("what somebody took apart stays apart").isEqualTo(3);
  }

  @Test
  void sisters_and_branches_of_one_person_and_slips_behind_a_free_mailbox_stay_apart() {
    arrive("s1", "诸葛敏", "+8613812345678", "zhuge@tianhe.cn", "宁波天河自动化设备有限公司");
    arrive("s2", "诸葛敏", "+8613812345678", "zhuge@tianhe.cn", "苏州天河自动化设备有限公司");
    arrive("s3", "诸葛敏", "+8613812345678", "zhuge@tianhe.cn", "宁波天河自动化设备有限公司上海分公司");
    arrive("s4", "司马云", "+8613912345678", "sima@163.com", "绿水环保科技有限公司");
    arrive("s5", "司马云", "+8613912345678", "sima@163.com", "绿水环境科技有限公司");
    settle();

    assertThat(companiesNow()).isEqualTo(5);
  }

  @Test
  void many_spellings_of_the_same_people_at_once_are_those_people_and_nothing_is_lost()
      throws Exception {
    int someone = 40;
    List<String> surnames = List.of("欧阳", "司马", "诸葛", "上官", "夏侯", "东方", "皇甫", "尉迟");
    List<String> latin =
        List.of("Ouyang", "Sima", "Zhuge", "Shangguan", "Xiahou", "Dongfang", "Huangfu", "Yuchi");
    List<String> given = List.of("晓峰", "建国", "文静", "海燕", "志强");
    List<String> sounds = List.of("Xiaofeng", "Jianguo", "Wenjing", "Haiyan", "Zhiqiang");
    List<String> places = List.of("青山", "绿水", "长河", "大漠", "星辰");
    List<String> trades = List.of("光电", "机械", "软件", "化工", "仪表", "阀门", "轴承", "电缆");
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Future<Arrived>> all = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < someone; i++) {
          String name =
              round == 1
                  ? latin.get(i % 8) + " " + sounds.get(i / 8)
                  : surnames.get(i % 8) + given.get(i / 8);
          String phone = "+8613" + (512_345_678 + i * 7_654_321L);
          String company = places.get(i / 8) + trades.get(i % 8) + "有限公司";
          String key = round + "-" + i;
          String mail =
              latin.get(i % 8).toLowerCase(Locale.ROOT) + i + "@" + sounds.get(i / 8) + i + ".com";
          all.add(pool.submit(() -> arrive(key, name, phone, mail, company)));
        }
      }
      for (Future<Arrived> one : all) {
        one.get();
      }
    }

    settle();

    assertThat(peopleNow()).isEqualTo(someone);
    assertThat(dsl.fetchCount(SOURCE_RECORD)).isEqualTo(3 * someone);
    assertThat(dsl.fetchCount(LINK, LINK.SUPERSEDED_AT.isNull())).isEqualTo(3 * someone);
    assertThat(dsl.fetchCount(LEAD)).isEqualTo(someone);
  }
}
