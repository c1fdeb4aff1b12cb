package io.leadwell.kernel.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.kernel.scoring.Outcome.Decided;
import io.leadwell.kernel.scoring.Outcome.Unclear;
import io.leadwell.kernel.scoring.Outcome.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTests {

  private static TextColumn column(String... cells) {
    TextColumn column = new TextColumn("label");
    for (String cell : cells) {
      column.add(cell);
    }
    return column;
  }

  @ParameterizedTest
  @CsvSource({
    "1,0",
    "yes,no",
    "TRUE,FALSE",
    "是,否",
    "won,lost",
    "赢单,输单",
    "Converted,Not converted",
    "Closed Won,Closed Lost",
    "1.0,0.0",
    "有,无",
    "1,-1",
    "subscribed,other",
    "other-a,lost"
  })
  void the_win_is_known_by_its_word_however_frequent(String won, String lost) {
    for (TextColumn column : new TextColumn[] {column(won, won, lost), column(lost, lost, won)}) {
      assertThat(Outcome.read(column, null))
          .isInstanceOfSatisfying(
              Outcome.Read.class,
              read -> {
                assertThat(read.positive()).isEqualTo(won);
                assertThat(read.decided()).isEqualTo(Decided.BY_WORD);
                assertThat(read.known()).containsOnly(true);
              });
    }
  }

  @Test
  void without_a_known_word_the_rarer_value_is_the_win_and_blank_rows_are_unknown() {
    assertThat(Outcome.read(column("blue", "red", "blue", ""), null))
        .isInstanceOfSatisfying(
            Outcome.Read.class,
            read -> {
              assertThat(read.positive()).isEqualTo("red");
              assertThat(read.decided()).isEqualTo(Decided.RARER);
              assertThat(read.known()).containsExactly(true, true, true, false);
            });
  }

  @Test
  void a_mark_on_some_rows_makes_the_others_losses() {
    assertThat(Outcome.read(column("x", "", ""), null))
        .isInstanceOfSatisfying(
            Outcome.Read.class,
            read -> {
              assertThat(read.won()).containsExactly(true, false, false);
              assertThat(read.known()).containsOnly(true);
            });
  }

  @Test
  void of_many_values_one_must_be_named() {
    TextColumn column = column("a", "b", "c", "c");
    assertThat(Outcome.read(column, null))
        .isInstanceOfSatisfying(
            Unclear.class,
            no -> {
              assertThat(no.why()).isEqualTo(Unreadable.MANY_VALUES);
              assertThat(no.values()).containsExactly("c", "a", "b");
            });
    assertThat(Outcome.read(column, "C"))
        .isInstanceOfSatisfying(
            Outcome.Read.class,
            read -> assertThat(read.won()).containsExactly(false, false, true, true));
  }
}
