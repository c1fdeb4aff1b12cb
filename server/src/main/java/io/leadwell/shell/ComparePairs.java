package io.leadwell.shell;

import io.leadwell.kernel.companies.CompanyName;
import io.leadwell.kernel.companies.Relation;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * {@code match-company --pairs PAIRS.csv}: what two names of a line are to each other. A third
 * column that tells 1 or 0 is compared with the score at one half.
 */
final class ComparePairs {

  private static final List<String> LEFT = List.of("left", "name1", "name_1", "a", "公司1", "名称1");
  private static final List<String> RIGHT = List.of("right", "name2", "name_2", "b", "公司2", "名称2");
  private static final List<String> TOLD = List.of("same", "label", "match", "is_match", "相同");

  private final NameColumn columns;
  private final Words words;
  private final PrintStream out;
  private final PrintStream err;

  ComparePairs(NameColumn columns, Words words, PrintStream out, PrintStream err) {
    this.columns = columns;
    this.words = words;
    this.out = out;
    this.err = err;
  }

  int run(Path file) {
    List<List<String>> pairs = columns.table(file, List.of(LEFT, RIGHT, TOLD));
    int right = 0;
    int wrong = 0;
    int missed = 0;
    boolean judged = false;
    out.print("left,right,score,relation\n");
    for (List<String> pair : pairs) {
      Relation relation =
          Relation.between(CompanyName.of(pair.get(0)), CompanyName.of(pair.get(1)));
      out.print(CompanyAnswers.cell(pair.get(0)) + ',' + CompanyAnswers.cell(pair.get(1)));
      out.print(',' + CompanyAnswers.score(relation.score()) + ',' + name(relation) + '\n');
      String told = pair.get(2).toLowerCase(Locale.ROOT);
      judged |= !told.isEmpty();
      boolean same = told.equals("1") || told.equals("true") || told.equals("yes");
      boolean said = relation.score() >= 0.5;
      right += same && said ? 1 : 0;
      wrong += !same && said ? 1 : 0;
      missed += same && !said ? 1 : 0;
    }
    if (judged) {
      double f1 = right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
      err.println(words.say("pairsJudged", pairs.size(), String.format(Locale.ROOT, "%.4f", f1)));
    }
    return Shell.DONE;
  }

  private static String name(Relation relation) {
    return relation.verdict().name().toLowerCase(Locale.ROOT);
  }
}
