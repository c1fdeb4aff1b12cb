package io.leadwell.kernel.samples;

import io.leadwell.kernel.matching.Column;
import io.leadwell.kernel.matching.Meaning;
import java.util.ArrayList;
import java.util.List;

/**
 * People of a register copied many times by many hands: several records each, most of them wrong
 * somewhere, families that share a surname and a place.
 */
public final class DirtyRegister {

  public static final List<Column> SCHEMA =
      List.of(
          new Column("given_name", Meaning.GIVEN_NAME),
          new Column("surname", Meaning.SURNAME),
          new Column("birth_date", Meaning.BIRTH_DATE),
          new Column("birth_place", Meaning.BIRTH_PLACE),
          new Column("postcode", Meaning.POSTCODE),
          new Column("gender", Meaning.GENDER),
          new Column("occupation", Meaning.OCCUPATION));

  private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";

  private final Dice dice;
  private final List<String[]> people = new ArrayList<>();
  private final List<String[]> rows = new ArrayList<>();
  private final List<Integer> truth = new ArrayList<>();

  private DirtyRegister(long seed) {
    this.dice = new Dice(seed);
  }

  /**
   * @param dirt how often a cell is wrong, about 0.1 (light) to 0.4 (hardly legible)
   * @param copies how many records a person has on average
   */
  public static Dirty of(int records, int copies, double dirt, long seed) {
    DirtyRegister register = new DirtyRegister(seed);
    while (register.rows.size() < records) {
      String[] person = register.person();
      int number = register.people.size();
      register.people.add(person);
      int times = 1 + register.dice.below(2 * copies - 1);
      for (int i = 0; i < times; i++) {
        register.rows.add(register.copied(person, dirt));
        register.truth.add(number);
      }
    }
    int[] truth = register.truth.stream().mapToInt(Integer::intValue).toArray();
    return new Dirty(SCHEMA, register.rows, truth);
  }

  private String[] person() {
    boolean related = !people.isEmpty() && dice.hit(0.25);
    String[] relative = related ? dice.any(people) : new String[7];
    String town = related && dice.hit(0.7) ? relative[3] : dice.ratherEarly(EnglishWords.TOWNS);
    String area = town.substring(0, 2).toLowerCase(java.util.Locale.ROOT) + town.length();
    String given = dice.ratherEarly(EnglishWords.GIVEN);
    String middle = dice.hit(0.3) ? " " + dice.ratherEarly(EnglishWords.GIVEN) : "";
    return new String[] {
      given + middle,
      related ? relative[1] : surname(),
      date(),
      town,
      related && dice.hit(0.4) ? relative[4] : area + " " + dice.below(10) + dice.slip("ab", LATIN),
      dice.hit(0.6) ? "m" : "f",
      dice.ratherEarly(EnglishWords.OCCUPATIONS)
    };
  }

  private String surname() {
    String name = dice.ratherEarly(EnglishWords.SURNAMES);
    return dice.hit(0.5)
        ? name
        : name + dice.any(List.of("s", "son", "ton", "ham", "ley", "e", "man"));
  }

  private String date() {
    int year = 1600 + dice.below(320);
    return String.format(
        java.util.Locale.ROOT, "%04d-%02d-%02d", year, 1 + dice.below(12), 1 + dice.below(28));
  }

  private String[] copied(String[] p, double dirt) {
    String[] row = p.clone();
    if (dice.hit(dirt)) {
      row[0] = otherGiven(p[0]);
    }
    if (dice.hit(dirt * 0.7)) {
      row[1] = dice.hit(0.8) ? dice.slip(p[1], LATIN) : dice.hit(0.5) ? "" : surname();
    }
    if (dice.hit(dirt * 0.15)) {
      String swap = row[0];
      row[0] = row[1];
      row[1] = swap;
    }
    if (dice.hit(dirt)) {
      row[2] = otherDate(p[2]);
    }
    if (dice.hit(dirt * 1.2)) {
      row[3] =
          dice.hit(0.5)
              ? ""
              : dice.hit(0.5) ? dice.slip(p[3], LATIN) : dice.any(EnglishWords.TOWNS);
    }
    if (dice.hit(dirt * 1.2)) {
      row[4] =
          dice.hit(0.4)
              ? ""
              : dice.hit(0.6)
                  ? p[4].substring(0, p[4].indexOf(' '))
                      + " "
                      + dice.below(10)
                      + dice.slip("cd", LATIN)
                  : dice.slip(p[4], LATIN);
    }
    row[5] = dice.hit(dirt * 0.5) ? "" : p[5];
    if (dice.hit(dirt * 1.5)) {
      row[6] = dice.hit(0.7) ? "" : dice.any(EnglishWords.OCCUPATIONS);
    }
    return row;
  }

  private String otherGiven(String given) {
    String first = given.split(" ")[0];
    return switch (dice.below(6)) {
      case 0 -> EnglishWords.SHORT.getOrDefault(first, first);
      case 1 -> first;
      case 2 -> first.substring(0, 1);
      case 3 -> "";
      case 4 -> given.contains(" ") ? given.split(" ")[1] : dice.any(EnglishWords.GIVEN);
      default -> dice.slip(given, LATIN);
    };
  }

  private String otherDate(String date) {
    return switch (dice.below(6)) {
      case 0 -> "";
      case 1 -> date.substring(0, 4) + "-01-01";
      case 2 -> date.substring(0, 5) + date.substring(8) + "-" + date.substring(5, 7);
      case 3 -> date();
      default -> {
        int at = dice.any(List.of(2, 3, 5, 6, 8, 9));
        yield date.substring(0, at) + dice.digits(1) + date.substring(at + 1);
      }
    };
  }
}
