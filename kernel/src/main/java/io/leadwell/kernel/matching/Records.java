package io.leadwell.kernel.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records as numbers: by record the value of each field and the atoms it is found by. Rows lie
 * behind each other, since a comparison reads a whole row.
 */
final class Records {

  private static final int MOST_ATOMS = 64;

  /** Fewer characters than even 华信公司 and a half: the name of a person. */
  private static final int SHORTEST_FIRM = 5;

  private final Field[] fields;
  private final int[] columns;
  private final int given;
  private final int surname;
  private final int fullName;
  private final int name;
  private final int sound;
  private final int company;
  private final boolean[] daysFirst;
  private final int atomCount;
  private final int[] atomField;
  private final int[] atomPart;
  private int size;
  private int[] values;
  private int[] atoms;

  /**
   * @param daysFirst by column, whether its days stand before the months
   */
  Records(List<Column> schema, boolean[] daysFirst, int room) {
    Values names = new Values(Kind.NAME);
    List<Field> kept = new ArrayList<>();
    int[] from = new int[schema.size()];
    for (int i = 0; i < schema.size(); i++) {
      Meaning meaning = schema.get(i).meaning();
      if (meaning.kind() != Kind.SILENT) {
        from[kept.size()] = i;
        boolean name = meaning == Meaning.GIVEN_NAME || meaning == Meaning.SURNAME;
        Values own = name ? names : new Values(meaning.kind());
        kept.add(new Field(schema.get(i).name(), meaning, own));
      }
    }
    this.fields = kept.toArray(Field[]::new);
    this.columns = Arrays.copyOf(from, fields.length);
    this.daysFirst = daysFirst;
    this.given = first(Meaning.GIVEN_NAME);
    this.surname = first(Meaning.SURNAME);
    this.fullName = given >= 0 || surname >= 0 ? first(Meaning.FULL_NAME) : -1;
    this.name = first(Meaning.FULL_NAME);
    this.sound = name >= 0 ? first(Meaning.PINYIN) : -1;
    this.company = first(Meaning.COMPANY);
    int[] ofField = new int[MOST_ATOMS];
    int[] ofPart = new int[MOST_ATOMS];
    int n = 0;
    for (int part = 0; part < 4; part++) {
      for (int f = 0; f < fields.length; f++) {
        if (part < fields[f].width() && n < MOST_ATOMS - 1) {
          ofField[n] = f;
          ofPart[n++] = part;
        }
      }
    }
    if (given >= 0 && surname >= 0) {
      // Both names in either order.
      ofField[n] = given;
      ofPart[n++] = -1;
    }
    this.atomCount = n;
    this.atomField = Arrays.copyOf(ofField, n);
    this.atomPart = Arrays.copyOf(ofPart, n);
    this.values = new int[Math.multiplyExact(room, fields.length)];
    this.atoms = new int[Math.multiplyExact(room, n)];
  }

  private int first(Meaning meaning) {
    for (int f = 0; f < fields.length; f++) {
      if (fields[f].meaning() == meaning) {
        return f;
      }
    }
    return -1;
  }

  int size() {
    return size;
  }

  int fieldCount() {
    return fields.length;
  }

  Field field(int f) {
    return fields[f];
  }

  int given() {
    return given;
  }

  int surname() {
    return surname;
  }

  int atomCount() {
    return atomCount;
  }

  int atomField(int atom) {
    return atomField[atom];
  }

  int name() {
    return name;
  }

  /** The field that says how the full name sounds, which is evidence of the name; -1 for none. */
  int sound() {
    return sound;
  }

  /** The whole value rather than a part of it. */
  boolean isWhole(int atom) {
    return atomPart[atom] == 0;
  }

  int value(int record, int f) {
    return values[record * fields.length + f];
  }

  int atom(int record, int a) {
    return atoms[record * atomCount + a];
  }

  /** Adds a row of raw cells, one a column of the schema; its number. */
  int add(String[] cells) {
    if ((size + 1) * fields.length > values.length) {
      int room = Math.max(16, size + (size >> 1));
      values = Arrays.copyOf(values, room * fields.length);
      atoms = Arrays.copyOf(atoms, room * atomCount);
    }
    put(size, cells);
    return size++;
  }

  /** Adds many rows at once, columns and then parts of the rows side by side. */
  void addAll(List<String[]> rows, int threads) {
    int from = size;
    size += rows.size();
    if (size * fields.length > values.length) {
      values = Arrays.copyOf(values, Math.multiplyExact(size, fields.length));
      atoms = Arrays.copyOf(atoms, Math.multiplyExact(size, atomCount));
    }
    // Fields that share their values are cleaned by one thread, and a full name needs its parts.
    int shared = given >= 0 ? given : surname;
    List<int[]> tasks = new ArrayList<>();
    List<Integer> together = new ArrayList<>();
    for (int f = 0; f < fields.length; f++) {
      boolean names = f == given || f == surname;
      if (names && shared >= 0) {
        together.add(f);
      } else if (f != fullName) {
        tasks.add(new int[] {f});
      }
    }
    if (fullName >= 0) {
      together.add(fullName);
    }
    if (!together.isEmpty()) {
      tasks.addFirst(together.stream().mapToInt(Integer::intValue).toArray());
    }
    Work.share(
        tasks.size(),
        threads,
        () ->
            task -> {
              for (int f : tasks.get(task)) {
                for (int i = 0; i < rows.size(); i++) {
                  String text = cleaned(f, turned(rows.get(i)));
                  set(from + i, f, f == fullName ? beside(text, from + i) : text);
                }
                fields[f].describe();
              }
            });
    int part = 1 << 14;
    Work.share(
        (rows.size() + part - 1) / part,
        threads,
        () ->
            task -> {
              int end = Math.min(size, from + (task + 1) * part);
              for (int r = from + task * part; r < end; r++) {
                find(r);
              }
            });
    weighWords();
  }

  /** How telling words are, follows from how often they were seen by now. */
  void weighWords() {
    for (Field field : fields) {
      field.values().dictionary().weigh();
    }
  }

  /** Writes cells over a row that was taken out or is new. */
  void put(int record, String[] row) {
    String[] cells = turned(row);
    for (int f = 0; f < fields.length; f++) {
      if (f != fullName) {
        set(record, f, cleaned(f, cells));
      }
    }
    if (fullName >= 0) {
      set(record, fullName, beside(cleaned(fullName, cells), record));
    }
    find(record);
  }

  /** Notes the atoms by which a record is found. */
  private void find(int record) {
    for (int a = 0; a < atomCount; a++) {
      int f = atomField[a];
      atoms[record * atomCount + a] =
          atomPart[a] >= 0
              ? fields[f].atom(value(record, f), atomPart[a])
              : eitherOrder(value(record, given), value(record, surname));
    }
  }

  /** Name and firm filled into each other's box are put where they belong. */
  private String[] turned(String[] cells) {
    if (name < 0 || company < 0) {
      return cells;
    }
    String person = cells[columns[name]];
    String firm = cells[columns[company]];
    if (person.length() < SHORTEST_FIRM
        || firm.isBlank()
        || !Cleaning.isFirm(person)
        || Cleaning.isFirm(firm)) {
      return cells;
    }
    String[] turned = cells.clone();
    turned[columns[name]] = firm;
    turned[columns[company]] = person;
    return turned;
  }

  private String cleaned(int f, String[] cells) {
    return Cleaning.of(fields[f].meaning(), cells[columns[f]], daysFirst[columns[f]]);
  }

  private void set(int record, int f, String text) {
    int value = fields[f].values().intern(text);
    values[record * fields.length + f] = value;
    fields[f].add(value);
  }

  /** Forgets that the record's values occur. The row stays and compares with nothing. */
  void clear(int record) {
    for (int f = 0; f < fields.length; f++) {
      fields[f].remove(value(record, f));
      values[record * fields.length + f] = Values.MISSING;
    }
    Arrays.fill(atoms, record * atomCount, (record + 1) * atomCount, 0);
  }

  private static int eitherOrder(int one, int two) {
    return one == Values.MISSING || two == Values.MISSING ? 0 : (int) Hashes.pair(one, two) | 1;
  }

  /** Of a full name beside its parts only what the parts do not say, or it would count twice. */
  private String beside(String name, int record) {
    String first = given < 0 ? "" : fields[given].values().text(value(record, given));
    String last = surname < 0 ? "" : fields[surname].values().text(value(record, surname));
    StringBuilder rest = new StringBuilder();
    for (String word : name.split(" ")) {
      if (!says(first, word) && !says(last, word)) {
        rest.append(rest.isEmpty() ? "" : " ").append(word);
      }
    }
    return rest.toString();
  }

  private static boolean says(String part, String word) {
    return part.contains(word) || !part.isEmpty() && JaroWinkler.similarity(part, word) >= 0.88;
  }
}
