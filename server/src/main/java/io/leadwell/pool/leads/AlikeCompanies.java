package io.leadwell.pool.leads;

import static io.leadwell.tables.leads.Tables.COMPANY;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.length;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Companies whose names are like one that is asked for: its full form, or it misspelt by one
 * character. They have all its characters in common, or all but one, which the index of single
 * characters finds; so it answers for names in Chinese.
 */
@Component
class AlikeCompanies {

  /** A company by the name we have. */
  record Alike(String name, double likeness) {}

  /** With fewer characters one that is missing leaves nothing to look for. */
  private static final int MISSPELT_FROM = 4;

  /** More characters than the core of a name has do not make a search better, only slower. */
  private static final int MOST_CHARACTERS = 12;

  private static final int MOST_COMPARED = 200;

  private final DSLContext dsl;

  AlikeCompanies(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The likest first; spellings of the very name are not among them. */
  List<Alike> of(String typed, int most) {
    String key = CompanyKeys.of(typed);
    Integer[] characters =
        key.codePoints()
            .filter(Character::isIdeographic)
            .distinct()
            .limit(MOST_CHARACTERS)
            .boxed()
            .toArray(Integer[]::new);
    if (characters.length < 2) {
      return List.of();
    }
    List<Alike> alike = new ArrayList<>();
    dsl.select(COMPANY.NAME)
        .from(COMPANY)
        .where(COMPANY.REDIRECT_TO.isNull())
        .and(COMPANY.NAME_KEY.ne(key))
        .and(hasAllOrAllButOne(characters))
        .orderBy(length(COMPANY.NAME), COMPANY.ID)
        .limit(MOST_COMPARED)
        .forEach(row -> {
          double likeness = CompanySpelling.likeness(typed, row.value1());
          if (likeness > 0) {
            alike.add(new Alike(row.value1(), likeness));
          }
        });
    alike.sort(Comparator.comparingDouble(one -> -one.likeness()));
    return List.copyOf(alike.subList(0, Math.min(most, alike.size())));
  }

  private static Condition hasAllOrAllButOne(Integer[] characters) {
    if (characters.length < MISSPELT_FROM) {
      return COMPANY.GRAMS.contains(characters);
    }
    Condition any = falseCondition();
    for (int left = 0; left < characters.length; left++) {
      int without = left;
      Integer[] others =
          IntStream.range(0, characters.length)
              .filter(i -> i != without)
              .mapToObj(i -> characters[i])
              .toArray(Integer[]::new);
      any = any.or(COMPANY.GRAMS.contains(others));
    }
    return any;
  }
}
