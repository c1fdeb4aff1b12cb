package io.leadwell.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.kernel.samples.Dirty;
import io.leadwell.kernel.samples.DirtyLeads;
import io.leadwell.kernel.samples.DirtyRegister;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On seeds that nothing was developed on; figures of larger ones are in docs/matching.md. */
class MatchingTests {

  private static final Settings USUAL = Settings.USUAL;

  @Test
  void leads_are_joined_rightly_without_asking_and_little_is_left_to_look_at() {
    Dirty leads = DirtyLeads.of(8_000, 7_001);
    Matched matched = Matching.duplicates(leads.schema(), leads.rows(), Separate.NONE, USUAL);
    Accuracy certain = Accuracy.of(matched.certain(), leads.truth());
    assertThat(certain.precision()).isGreaterThanOrEqualTo(0.9995);
    assertThat(certain.recall()).isGreaterThanOrEqualTo(0.965);
    assertThat(matched.reviews().size()).isLessThanOrEqualTo(leads.rows().size() * 15 / 1000);
    assertThat(Accuracy.of(matched.groups(), leads.truth()).f1()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void a_register_of_many_bad_copies_is_grouped() {
    Dirty register = DirtyRegister.of(4_000, 10, 0.25, 7_002);
    Matched matched = Matching.duplicates(register.schema(), register.rows(), Separate.NONE, USUAL);
    Accuracy accuracy = Accuracy.of(matched.groups(), register.truth());
    assertThat(accuracy.f1()).isGreaterThanOrEqualTo(0.95);
    assertThat(accuracy.b3()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void the_number_of_threads_does_not_show() {
    Dirty leads = DirtyLeads.of(2_000, 7_003);
    Matched one =
        Matching.duplicates(leads.schema(), leads.rows(), Separate.NONE, USUAL.withThreads(1));
    Matched three =
        Matching.duplicates(leads.schema(), leads.rows(), Separate.NONE, USUAL.withThreads(3));
    assertThat(three.groups()).isEqualTo(one.groups());
    assertThat(three.certain()).isEqualTo(one.certain());
    assertThat(three.pairCount()).isEqualTo(one.pairCount());
    for (int i = 0; i < one.pairCount(); i++) {
      assertThat(three.pair(i)).isEqualTo(one.pair(i));
    }
  }

  @Test
  void the_order_of_the_records_hardly_shows() {
    Dirty leads = DirtyLeads.of(2_000, 7_004);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < leads.rows().size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(1));
    List<String[]> shuffled = order.stream().map(leads.rows()::get).toList();
    int[] straight =
        Matching.duplicates(leads.schema(), leads.rows(), Separate.NONE, USUAL).groups();
    int[] turned = Matching.duplicates(leads.schema(), shuffled, Separate.NONE, USUAL).groups();
    int[] back = new int[turned.length];
    for (int i = 0; i < turned.length; i++) {
      back[order.get(i)] = turned[i];
    }
    // Random pairs are drawn by position, so estimates differ in the third digit.
    assertThat(Accuracy.of(back, straight).f1()).isGreaterThan(0.995);
  }

  @Test
  void what_somebody_parted_is_never_joined_nor_are_two_verified_ids() {
    Dirty leads = DirtyLeads.of(2_000, 7_005);
    int[] free = Matching.duplicates(leads.schema(), leads.rows(), Separate.NONE, USUAL).groups();
    List<int[]> parted = new ArrayList<>();
    for (int i = 0; i < free.length; i++) {
      if (free[i] != i && parted.size() < 40) {
        parted.add(new int[] {free[i], i});
      }
    }
    Matched matched =
        Matching.duplicates(leads.schema(), leads.rows(), new Separate(parted), USUAL);
    int[] groups = matched.groups();
    parted.forEach(pair -> assertThat(groups[pair[0]]).isNotEqualTo(groups[pair[1]]));
    int unionid = DirtyLeads.SCHEMA.size() - 2;
    for (int i = 0; i < groups.length; i++) {
      String mine = leads.rows().get(i)[unionid];
      String first = leads.rows().get(groups[i])[unionid];
      assertThat(mine.isEmpty() || first.isEmpty() || mine.equals(first)).isTrue();
    }
  }

  @Test
  void a_cookie_is_no_evidence() {
    Dirty leads = DirtyLeads.of(1_500, 7_006);
    List<String[]> oneDevice = leads.rows().stream().map(MatchingTests::onOneDevice).toList();
    Matched apart = Matching.duplicates(leads.schema(), leads.rows(), Separate.NONE, USUAL);
    Matched together = Matching.duplicates(leads.schema(), oneDevice, Separate.NONE, USUAL);
    assertThat(together.groups()).isEqualTo(apart.groups());
  }

  private static String[] onOneDevice(String[] row) {
    String[] same = row.clone();
    same[same.length - 1] = "tablet at the door";
    return same;
  }

  @Test
  void two_lists_are_linked_one_to_one() {
    Dirty register = DirtyRegister.of(3_000, 2, 0.12, 7_007);
    List<String[]> first = new ArrayList<>();
    List<String[]> second = new ArrayList<>();
    List<Integer> whoFirst = new ArrayList<>();
    List<Integer> whoSecond = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < register.rows().size(); i++) {
      int who = register.truth()[i];
      boolean again = who == last;
      if (!again) {
        first.add(register.rows().get(i));
        whoFirst.add(who);
      } else if (whoSecond.isEmpty() || whoSecond.getLast() != who) {
        second.add(register.rows().get(i));
        whoSecond.add(who);
      }
      last = who;
    }
    Matched matched = Matching.links(register.schema(), first, second, USUAL);
    int[] groups = matched.groups();
    int right = 0;
    int found = 0;
    for (int i = first.size(); i < groups.length; i++) {
      if (groups[i] != i) {
        found++;
        right += whoFirst.get(groups[i]).equals(whoSecond.get(i - first.size())) ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(second.size() * 95 / 100);
    assertThat(right).isGreaterThan(found * 98 / 100);
  }

  @Test
  void reasons_add_up_to_the_weight() {
    Dirty leads = DirtyLeads.of(1_500, 7_008);
    Matched matched = Matching.duplicates(leads.schema(), leads.rows(), Separate.NONE, USUAL);
    for (int i = 0; i < Math.min(200, matched.pairCount()); i++) {
      Matched.Pair pair = matched.pair(i);
      double sum = matched.reasons(pair.a(), pair.b()).stream().mapToDouble(Reason::bits).sum();
      assertThat(sum).isCloseTo(pair.weight(), org.assertj.core.data.Offset.offset(1e-3));
      assertThat(matched.reasons(pair.b(), pair.a()).stream().mapToDouble(Reason::bits).sum())
          .isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-3));
    }
  }

  @Test
  void a_few_records_and_none_at_all_are_no_trouble() {
    assertThat(Matching.duplicates(DirtyLeads.SCHEMA, List.of(), Separate.NONE, USUAL).groups())
        .isEmpty();
    Dirty leads = DirtyLeads.of(3, 7_009);
    assertThat(Matching.duplicates(leads.schema(), leads.rows(), Separate.NONE, USUAL).groups())
        .hasSize(leads.rows().size());
  }
}
