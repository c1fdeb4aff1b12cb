package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.LEAD;
import static io.leadwell.tables.leads.Tables.PERSON;
import static io.leadwell.tables.leads.Tables.UNLOOKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.NewMember;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.leads.Arrivals.Arrived;
import io.leadwell.testing.OnPostgres;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A search of the pool asks; what it is certain of is merged at one word, each for itself. */
@OnPostgres
class CertainPairsTests extends ArrivingWorld {

  private static final Caller SOMEBODY = Caller.system();

  @Autowired private LikenessWork work;
  @Autowired private Merges merges;
  @Autowired private Duplicates duplicates;
  @Autowired private CertainPairs certain;
  @Autowired private Members members;

  private Arrived arrive(String key, String name, String phone, String email) {
    Facts facts =
        Facts.build()
            .with(Fact.NAME, name)
            .with(Fact.PHONE, phone)
            .with(Fact.EMAIL, email)
            .with(Fact.COMPANY, "青山机械有限公司")
            .done();
    return arrivals.bring(form(key, MAY, facts, List.of()));
  }

  /** People who have been in the pool since before anybody was compared. */
  private void search() {
    dsl.deleteFrom(UNLOOKED).execute();
    duplicates.search(SOMEBODY);
    while (work.step() > 0) {
      // as long as somebody waits
    }
  }

  private int peopleNow() {
    return dsl.fetchCount(PERSON, PERSON.REDIRECT_TO.isNull());
  }

  @Test
  void pairs_in_doubt_stay_and_certain_ones_become_one_and_can_be_two_again() {
    Arrived one = arrive("s1", "欧阳晓峰", "+8613812345678", "ouyang@qingshan.cn");
    arrive("s2", "Ouyang Xiaofeng", "+8613812345678", "ouyang@qingshan.cn");
    arrive("s3", "司马文静", "+8613712345678", "sima@qingshan.cn");
    arrive("s4", "司马文静", "+8613698765432", "wenjing1988@qq.com");
    search();

    assertThat(peopleNow()).as("a search merges nobody").isEqualTo(4);
    assertThat(certain.count(SOMEBODY)).isEqualTo(1);
    List<Duplicates.Pair> asked = duplicates.page(null, 10, SOMEBODY).items();
    assertThat(asked).extracting(Duplicates.Pair::certain).containsOnlyOnce(true).contains(false);

    assertThat(certain.merge(null, SOMEBODY)).isEqualTo(new CertainPairs.Done(1, null));

    assertThat(peopleNow()).isEqualTo(3);
    assertThat(certain.count(SOMEBODY)).isZero();
    assertThat(duplicates.page(null, 10, SOMEBODY).items())
        .as("what is in doubt waits")
        .isNotEmpty()
        .noneMatch(Duplicates.Pair::certain);
    Merges.Merged merged = merges.of(required(one.leadId()), SOMEBODY).getFirst();
    assertThat(merged.byHand()).as("somebody said so").isTrue();
    merges.undo(merged.id(), SOMEBODY);
    assertThat(peopleNow()).isEqualTo(4);
  }

  @Test
  void two_owners_are_for_people_to_settle() {
    UUID first = member("周建华");
    UUID second = member("何雪");
    Arrived one = arrive("s1", "欧阳晓峰", "+8613812345678", "ouyang@qingshan.cn");
    Arrived other = arrive("s2", "Ouyang Xiaofeng", "+8613812345678", "ouyang@qingshan.cn");
    own(one, first);
    own(other, second);
    search();

    assertThat(certain.merge(null, SOMEBODY).merged()).isZero();
    assertThat(peopleNow()).isEqualTo(2);
    assertThat(duplicates.page(null, 10, SOMEBODY).total()).as("the question stays").isEqualTo(1);
  }

  @Test
  void whoever_does_not_see_the_whole_pool_merges_nobody() {
    Caller limited =
        new Caller(
            Caller.Kind.MEMBER,
            UUID.randomUUID(),
            null,
            "销售",
            Role.SALES_HEAD.permissions(),
            new Visible.OwnedBy(Set.of(UUID.randomUUID())),
            null);

    assertThat(certain.count(limited)).isZero();
    assertThatThrownBy(() -> certain.merge(null, limited)).isInstanceOf(Problem.class);
  }

  private UUID member(String name) {
    NewMember wanted =
        new NewMember(name, null, null, Role.SALESPERSON, null, null, null, false, "zh-CN");
    return members.join(wanted, SOMEBODY).id();
  }

  private void own(Arrived lead, UUID owner) {
    dsl.update(LEAD).set(LEAD.OWNER_ID, owner).where(LEAD.ID.eq(required(lead.leadId()))).execute();
  }
}
