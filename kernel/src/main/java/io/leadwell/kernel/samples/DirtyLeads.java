package io.leadwell.kernel.samples;

import io.leadwell.kernel.matching.Column;
import io.leadwell.kernel.matching.Meaning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Leads of firms as lists, forms and cards bring them, Chinese and English, with every kind of dirt
 * we know. Errors are made by the way they happen (an input method, a hand, a sales assistant), not
 * by the levels a matcher has.
 */
public final class DirtyLeads {

  public static final List<Column> SCHEMA =
      List.of(
          new Column("name", Meaning.FULL_NAME),
          new Column("pinyin", Meaning.PINYIN),
          new Column("phone", Meaning.PHONE),
          new Column("email", Meaning.EMAIL),
          new Column("company", Meaning.COMPANY),
          new Column("job_title", Meaning.JOB_TITLE),
          new Column("city", Meaning.CITY),
          new Column("unionid", Meaning.UNIONID),
          new Column("cookie", Meaning.COOKIE));

  private static final double ENGLISH = 0.2;
  private static final double PEOPLE_A_FIRM = 4;

  private final Dice dice;
  private final Typist typist;
  private final List<Firm> firms = new ArrayList<>();
  private final List<String[]> rows = new ArrayList<>();
  private final List<Integer> truth = new ArrayList<>();
  private final Set<String> mailboxes = new HashSet<>();
  private final List<Person> people = new ArrayList<>();

  private DirtyLeads(long seed) {
    this.dice = new Dice(seed);
    this.typist = new Typist(dice);
  }

  /** About {@code records} rows; the same for the same seed. */
  public static Dirty of(int records, long seed) {
    DirtyLeads leads = new DirtyLeads(seed);
    leads.fill(records);
    return new Dirty(
        SCHEMA, leads.rows, leads.truth.stream().mapToInt(Integer::intValue).toArray());
  }

  private void fill(int records) {
    int wanted = (int) (records / 1.9 / PEOPLE_A_FIRM) + 2;
    while (firms.size() < wanted) {
      boolean like = !firms.isEmpty() && dice.hit(0.06);
      firms.add(
          like
              ? dice.any(firms).like(dice)
              : dice.hit(ENGLISH) ? Firm.english(dice) : Firm.chinese(dice));
    }
    while (rows.size() < records) {
      Person person = person();
      int number = people.size();
      people.add(person);
      String cookie = dice.hit(0.02) ? "c" + dice.below(1 + number / 50) : "d" + number;
      int times = dice.hit(0.5) ? 1 : dice.hit(0.55) ? 2 : dice.hit(0.6) ? 3 : 4 + dice.below(4);
      for (int i = 0; i < times; i++) {
        if (i > 0 && dice.hit(0.025)) {
          changeJob(person);
        }
        rows.add(typist.row(person, cookie));
        truth.add(number);
      }
    }
  }

  private Person person() {
    // A few firms employ many people, most few.
    Firm firm = dice.ratherEarly(firms);
    Person person = new Person(firm);
    person.chinese = firm.chinese ? !dice.hit(0.02) : dice.hit(0.03);
    boolean namesake = !people.isEmpty() && dice.hit(0.01);
    Person other = namesake ? dice.any(people) : person;
    if (namesake) {
      person.chinese = other.chinese;
      person.name = other.name;
      person.given = other.given;
      person.surname = other.surname;
      person.firm = dice.hit(0.1) ? other.firm : firm;
    } else {
      name(person);
    }
    boolean reissued = !people.isEmpty() && dice.hit(0.003);
    person.phone = reissued ? dice.any(people).phone : mobile(person.chinese);
    person.unionid = dice.hit(0.3) ? "o6_" + dice.digits(12) : "";
    work(person);
    return person;
  }

  private void name(Person person) {
    if (!person.chinese) {
      person.given = dice.ratherEarly(EnglishWords.GIVEN);
      person.surname = dice.ratherEarly(EnglishWords.SURNAMES);
      person.name = person.given + " " + person.surname;
      return;
    }
    ChineseWords.Syllable surname = dice.early(ChineseWords.SURNAME);
    ChineseWords.Syllable one = dice.ratherEarly(ChineseWords.NAME);
    ChineseWords.Syllable two = dice.ratherEarly(ChineseWords.NAME);
    boolean single = dice.hit(0.2);
    person.name = surname.text() + one.text() + (single ? "" : two.text());
    person.surname = surname.sound();
    person.given = one.sound() + (single ? "" : two.sound());
  }

  private String mobile(boolean chinese) {
    return chinese ? "1" + (3 + dice.below(7)) + dice.digits(9) : "+44 7" + dice.digits(9);
  }

  private void work(Person person) {
    person.title = dice.any(person.chinese ? ChineseWords.TITLES : EnglishWords.TITLES);
    String given = person.given.toLowerCase(Locale.ROOT);
    String surname = person.surname.toLowerCase(Locale.ROOT);
    boolean own = !person.firm.domain.isEmpty() && dice.hit(0.75);
    String local =
        switch (dice.below(6)) {
          case 0 -> given + "." + surname;
          case 1 -> surname + given;
          case 2 -> given.charAt(0) + surname;
          case 3 -> surname + "." + given.charAt(0) + (dice.hit(0.5) ? dice.digits(1) : "");
          case 4 -> given + (own ? "" : dice.digits(3));
          default -> surname + given + dice.digits(2);
        };
    if (own) {
      person.email = local + "@" + person.firm.domain;
    } else if (person.chinese) {
      person.email =
          dice.hit(0.6)
              ? (1 + dice.below(9)) + dice.digits(8) + "@qq.com"
              : local + dice.digits(2) + "@163.com";
    } else {
      person.email = local + dice.digits(2) + "@gmail.com";
    }
    // A mailbox has one owner: the second Li Jun of a firm gets a number.
    for (int more = 2; !mailboxes.add(person.email); more++) {
      int at = person.email.indexOf('@');
      person.email = person.email.substring(0, at) + more + person.email.substring(at);
    }
  }

  private void changeJob(Person person) {
    person.firm = dice.any(firms);
    work(person);
    if (dice.hit(0.12)) {
      person.phone = mobile(person.chinese);
    }
  }
}
