package io.leadwell.kernel.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.kernel.samples.Dirty;
import io.leadwell.kernel.samples.DirtyLeads;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleIndexTests {

  private static final Dirty LEADS = DirtyLeads.of(6_000, 7_101);
  private static Model model;
  private PeopleIndex index;

  @BeforeAll
  static void learn() {
    model =
        Matching.duplicates(LEADS.schema(), LEADS.rows(), Separate.NONE, Settings.USUAL).model();
  }

  @BeforeEach
  void fill() {
    index = new PeopleIndex(LEADS.schema(), model, Settings.USUAL, true);
    for (int i = 0; i < LEADS.rows().size(); i++) {
      index.put(i, LEADS.truth()[i], LEADS.rows().get(i));
    }
  }

  @Test
  void most_arriving_leads_find_their_person_and_almost_none_another() {
    int linked = 0;
    int wrong = 0;
    int of = 0;
    for (int i = 0; i < LEADS.rows().size(); i += 7) {
      boolean alone = !hasAnother(i);
      index.remove(i);
      PeopleIndex.Found found = index.find(LEADS.rows().get(i));
      of += alone ? 0 : 1;
      if (found.band() == Band.LINK) {
        boolean right = found.people().getFirst().person() == LEADS.truth()[i];
        linked += right ? 1 : 0;
        wrong += right ? 0 : 1;
      }
      index.put(i, LEADS.truth()[i], LEADS.rows().get(i));
    }
    assertThat(linked).isGreaterThan(of * 9 / 10);
    assertThat(wrong).isLessThanOrEqualTo(1);
  }

  private static boolean hasAnother(int i) {
    int[] truth = LEADS.truth();
    return i > 0 && truth[i - 1] == truth[i] || i + 1 < truth.length && truth[i + 1] == truth[i];
  }

  @Test
  void the_reasons_add_up_and_a_search_leaves_no_trace() {
    int[] truth = LEADS.truth();
    PeopleIndex.Found first = index.find(LEADS.rows().getFirst());
    PeopleIndex.Found again = index.find(LEADS.rows().getFirst());
    assertThat(again).isEqualTo(first);
    assertThat(first.people().getFirst().person()).isEqualTo(truth[0]);
    double sum = first.reasons().stream().mapToDouble(Reason::bits).sum();
    assertThat(sum).isCloseTo(first.people().getFirst().bestWeight(), Offset.offset(0.01));
    assertThat(index.size()).isEqualTo(LEADS.rows().size());
  }

  @Test
  void what_is_removed_or_moved_is_found_no_more_or_elsewhere() {
    String[] row = {
      "欧阳靖宇", "ouyang jingyu", "13911112222", "jy8812@yuanjing.cn", "上海远景仪器有限公司", "", "上海", "", ""
    };
    assertThat(index.find(row).band()).isEqualTo(Band.APART);
    index.put(900_001, 77_001, row);
    PeopleIndex.Found found = index.find(row);
    assertThat(found.band()).isEqualTo(Band.LINK);
    assertThat(found.people().getFirst().person()).isEqualTo(77_001);
    index.move(900_001, 77_002);
    assertThat(index.find(row).people().getFirst().person()).isEqualTo(77_002);
    index.remove(900_001);
    assertThat(index.find(row).band()).isEqualTo(Band.APART);
  }

  @Test
  void two_people_who_fit_alike_are_for_somebody_to_look_at() {
    String[] row = {"欧阳靖宇", "ouyang jingyu", "13911112222", "", "上海远景仪器有限公司", "", "上海", "", ""};
    index.put(900_001, 77_001, row);
    index.put(900_002, 77_002, row);
    PeopleIndex.Found found = index.find(row);
    assertThat(found.band()).isEqualTo(Band.REVIEW);
    assertThat(found.margin()).isLessThan(1);
  }

  @Test
  void a_namesake_elsewhere_leaves_somebody_certain_who_agrees_in_everything() {
    String[] trades = {"机械", "软件", "化工", "仪表"};
    for (int i = 0; i < trades.length; i++) {
      index.put(
          1_000_000 + i,
          1_000_000 + i,
          new String[] {
            "欧阳靖宇",
            "",
            "1391111222" + i,
            "jy" + i + "@yj" + i + ".cn",
            "远景" + trades[i] + "有限公司",
            "",
            "",
            "",
            ""
          });
    }
    PeopleIndex.Found found =
        index.find(
            new String[] {"欧阳靖宇", "", "13911112222", "jy2@yj2.cn", "远景化工（有限公司）", "", "", "", ""});
    assertThat(found.people().getFirst().person()).isEqualTo(1_000_002);
    assertThat(found.band()).isEqualTo(Band.LINK);
  }
}
