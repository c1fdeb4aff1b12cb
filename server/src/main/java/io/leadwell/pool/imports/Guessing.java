package io.leadwell.pool.imports;

import io.leadwell.base.platform.Texts;
import io.leadwell.kernel.matching.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which field a column most likely feeds, by its name and by its values. */
@Component
class Guessing {

  private static final double EXACT = 0.98;
  private static final double PART = 0.65;
  private static final double BY_VALUES = 0.7;

  /** A column named exactly is still guessed, one named roughly is not. */
  private static final double VALUES_DISAGREE = 0.6;

  private static final double WORTH_SAYING = 0.5;
  private static final String QUALIFIED = "mql_at";
  private static final String FIRST_CONTACT = "lead_at";

  private final Texts texts;

  Guessing(Texts texts) {
    this.texts = texts;
  }

  private record Candidate(int column, ImportField field, double confidence) {}

  /** The columns with their guesses; samples are taken from the first rows. */
  List<ImportHeader> headers(
      ImportKind kind, String fileName, List<String> names, List<List<String>> samples) {
    CellParser parser = new CellParser(Mapping.Options.usual(), kind.fields());
    List<Candidate> candidates = new ArrayList<>();
    for (ImportField field : kind.fields()) {
      List<String> keys = keys(kind, field);
      for (int i = 0; i < names.size(); i++) {
        double confidence = byName(Folding.key(names.get(i)), keys);
        confidence = withValues(confidence, field, parser, samples.get(i));
        if (confidence >= WORTH_SAYING) {
          candidates.add(new Candidate(i, field, confidence));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    Map<Integer, Candidate> chosen = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Candidate candidate : candidates) {
      boolean free = candidate.field().repeatable() || !taken.contains(candidate.field().name());
      if (free && !chosen.containsKey(candidate.column())) {
        chosen.put(candidate.column(), candidate);
        taken.add(candidate.field().name());
      }
    }
    boolean qualified =
        taken.contains(FIRST_CONTACT)
            && !taken.contains(QUALIFIED)
            && tellsOfQualified(kind, fileName, names);
    List<ImportHeader> headers = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Candidate best = chosen.get(i);
      headers.add(
          new ImportHeader(
              SourceFile.letter(i),
              names.get(i),
              samples.get(i),
              best == null ? List.of() : fields(best.field().name(), qualified),
              best == null ? 0 : Math.round(best.confidence() * 100) / 100.0));
    }
    return headers;
  }

  /** Rows of qualified leads were qualified when they were first met, as far as the file knows. */
  private static boolean tellsOfQualified(ImportKind kind, String fileName, List<String> names) {
    String file = fileName.toLowerCase(Locale.ROOT);
    return kind.fields().stream().anyMatch(field -> field.name().equals(QUALIFIED))
        && (file.contains("qualified")
            || file.contains("mql")
            || names.stream().anyMatch(name -> Folding.key(name).startsWith("mql")));
  }

  private static List<String> fields(String field, boolean qualified) {
    return qualified && field.equals(FIRST_CONTACT) ? List.of(field, QUALIFIED) : List.of(field);
  }

  /** Every name of a column that means a field of the kind, folded. */
  Set<String> known(ImportKind kind) {
    Set<String> known = new HashSet<>();
    kind.fields().forEach(field -> known.addAll(keys(kind, field)));
    return known;
  }

  /** The field's own name, its labels (headers of our template) and its other names. */
  private List<String> keys(ImportKind kind, ImportField field) {
    List<String> keys = new ArrayList<>();
    keys.add(Folding.key(field.name()));
    for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      keys.add(
          Folding.key(
              field.label() == null
                  ? texts.of(language, "field." + kind.name() + "." + field.name())
                  : field.label().apply(language)));
    }
    field.aliases().forEach(alias -> keys.add(Folding.key(alias)));
    return keys;
  }

  private static double byName(String header, List<String> keys) {
    double best = 0;
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      if (header.equals(key)) {
        best = Math.max(best, EXACT - i * 0.002);
      } else if (isChinese(key)
          && key.length() > 1
          && (header.startsWith(key) || header.endsWith(key))) {
        best = Math.max(best, PART + 0.1 * key.length() / header.length());
      }
    }
    return best;
  }

  private static boolean isChinese(String key) {
    return key.chars().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  private static double withValues(
      double byName, ImportField field, CellParser parser, List<String> samples) {
    ImportFieldType type = field.type();
    if (type == ImportFieldType.TEXT || samples.isEmpty()) {
      return byName;
    }
    // 03/04/2026 is a date, whatever the order.
    long sound =
        samples.stream()
            .map(sample -> parser.parse(field, sample))
            .filter(parsed ->
                !(parsed instanceof ParsedCell.Refused(String code, List<Object> _))
                    || code.equals("imports.dateOrderUnknown"))
            .count();
    double share = (double) sound / samples.size();
    boolean telling = type == ImportFieldType.PHONE || type == ImportFieldType.EMAIL;
    if (byName == 0) {
      return telling && share >= 0.8 ? BY_VALUES : 0;
    }
    return byName * (share >= 0.5 ? 1 : VALUES_DISAGREE);
  }
}
