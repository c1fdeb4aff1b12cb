package io.leadwell.shell;

import io.leadwell.kernel.matching.Matched;
import io.leadwell.kernel.matching.Meaning;
import io.leadwell.kernel.matching.Model;
import io.leadwell.kernel.matching.Reason;
import io.leadwell.kernel.matching.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** What the match command says: to people, to machines, into files. */
final class MatchReport {

  private static final int SHOWN = 10;

  private final Matched matched;
  private final List<String> ids;
  private final Optional<MatchTruth> truth;
  private final Settings settings;
  private final Words words;
  private final int[] groups;

  MatchReport(
      Matched matched,
      List<String> ids,
      Optional<MatchTruth> truth,
      Settings settings,
      Words words) {
    this.matched = matched;
    this.ids = ids;
    this.truth = truth;
    this.settings = settings;
    this.words = words;
    this.groups = matched.groups();
  }

  void json(PrintStream out, boolean summary) {
    // Closing the generator would close the process's output.
    try (JsonGenerator json = Server.JSON.createGenerator(new Kept(out))) {
      json.writeStartObject();
      json.writeNumberProperty("records", matched.size());
      json.writeNumberProperty("candidatePairs", matched.proposed().pairs());
      json.writeNumberProperty("rules", matched.proposed().rules());
      json.writeNumberProperty("skippedAsTooCommon", matched.proposed().skipped());
      json.writeNumberProperty("partedComponents", matched.proposed().parted());
      json.writeNumberProperty("lambda", matched.model().lambda());
      json.writeNumberProperty("threshold", settings.link());
      json.writeNumberProperty("certain", settings.certain());
      fields(json);
      truth.ifPresent(known -> scores(json, known));
      List<List<Integer>> clusters = clusters();
      json.writeNumberProperty("clusterCount", clusters.size());
      json.writeNumberProperty("pairCount", matched.pairCount());
      json.writeNumberProperty("reviewCount", matched.reviews().size());
      if (!summary) {
        lists(json, clusters);
      }
      json.writeEndObject();
    }
    out.println();
  }

  private void fields(JsonGenerator json) {
    json.writeArrayPropertyStart("fields");
    for (Model.OfField field : compared()) {
      json.writeStartObject();
      json.writeStringProperty("name", field.name());
      json.writeStringProperty("meaning", field.meaning().word());
      if (field.parent() >= 0) {
        json.writeStringProperty("dependsOn", matched.model().fields().get(field.parent()).name());
      }
      json.writeArrayPropertyStart("levels");
      for (int level = 0; level < field.m().length; level++) {
        json.writeStartObject();
        json.writeStringProperty("level", field.words(level));
        json.writeNumberProperty("m", field.m()[level]);
        json.writeNumberProperty("u", field.u()[level]);
        json.writeNumberProperty("weight", field.weight(level));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** How a name sounds raises the level of the name and has no weights of its own. */
  private List<Model.OfField> compared() {
    List<Model.OfField> fields = matched.model().fields();
    boolean named = fields.stream().anyMatch(field -> field.meaning() == Meaning.FULL_NAME);
    return fields.stream().filter(field -> !named || field.meaning() != Meaning.PINYIN).toList();
  }

  private void scores(JsonGenerator json, MatchTruth known) {
    MatchTruth.Score score = known.score(groups);
    json.writeNumberProperty("precision", score.precision());
    json.writeNumberProperty("recall", score.recall());
    json.writeNumberProperty("f1", score.f1());
    json.writeNumberProperty("truePairs", score.truePairs());
    json.writeNumberProperty("foundPairs", score.found());
    json.writeNumberProperty("rightPairs", score.right());
    if (known.unknown() > 0) {
      json.writeNumberProperty("truthLinesOfUnknownIds", known.unknown());
    }
    var b3 = known.accuracy(groups);
    json.writeObjectPropertyStart("b3");
    json.writeNumberProperty("precision", b3.b3Precision());
    json.writeNumberProperty("recall", b3.b3Recall());
    json.writeNumberProperty("f1", b3.b3());
    json.writeEndObject();
    score(json, "pairsOverThreshold", overThreshold(known));
    score(json, "certainClusters", known.score(matched.certain()));
  }

  private static void score(JsonGenerator json, String name, MatchTruth.Score score) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("precision", score.precision());
    json.writeNumberProperty("recall", score.recall());
    json.writeNumberProperty("f1", score.f1());
    json.writeEndObject();
  }

  private void lists(JsonGenerator json, List<List<Integer>> clusters) {
    json.writeArrayPropertyStart("clusters");
    for (List<Integer> cluster : clusters) {
      json.writeStartArray();
      cluster.forEach(record -> json.writeString(ids.get(record)));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("pairs");
    for (int i = 0; i < matched.pairCount(); i++) {
      Matched.Pair pair = matched.pair(i);
      json.writeStartObject();
      json.writeStringProperty("a", ids.get(pair.a()));
      json.writeStringProperty("b", ids.get(pair.b()));
      json.writeNumberProperty("weight", pair.weight());
      json.writeNumberProperty("probability", pair.probability());
      json.writeStringProperty("band", band(matched, pair));
      json.writeArrayPropertyStart("reasons");
      for (Reason reason : matched.reasons(pair.a(), pair.b())) {
        if (!reason.level().equals("missing")) {
          json.writeStartObject();
          json.writeStringProperty("field", reason.field());
          json.writeStringProperty("level", reason.level());
          json.writeNumberProperty("weight", reason.bits());
          json.writeEndObject();
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static String band(Matched matched, Matched.Pair pair) {
    return matched.band(pair.weight()).name().toLowerCase(Locale.ROOT);
  }

  private MatchTruth.Score overThreshold(MatchTruth known) {
    long right = 0;
    for (int i = 0; i < matched.pairCount(); i++) {
      Matched.Pair pair = matched.pair(i);
      right += known.holds(pair.a(), pair.b()) ? 1 : 0;
    }
    return new MatchTruth.Score(known.score(groups).truePairs(), matched.pairCount(), right);
  }

  void text(PrintStream out, boolean summary) {
    List<List<Integer>> clusters = clusters();
    out.println(
        words.say(
            "matchCounts",
            matched.size(),
            matched.proposed().pairs(),
            matched.pairCount(),
            clusters.size(),
            matched.reviews().size()));
    for (Model.OfField field : compared()) {
      out.println("  " + field.name() + " (" + field.meaning().word() + ")");
      for (int level = 0; level < field.m().length; level++) {
        out.println(
            String.format(
                Locale.ROOT,
                "    %+7.2f  m %.4f  u %.3g  %s",
                field.weight(level),
                field.m()[level],
                field.u()[level],
                field.words(level)));
      }
    }
    truth.ifPresent(known -> scores(out, known));
    if (!summary) {
      examples(out);
    }
  }

  private void scores(PrintStream out, MatchTruth known) {
    if (known.unknown() > 0) {
      out.println(words.say("matchUnknownIds", known.unknown()));
    }
    line(out, "matchOfClusters", known.score(groups));
    line(out, "matchOfPairs", overThreshold(known));
    line(out, "matchOfCertain", known.score(matched.certain()));
    var b3 = known.accuracy(groups);
    out.println(
        String.format(
            Locale.ROOT, "B³: %.4f / %.4f / %.4f", b3.b3Precision(), b3.b3Recall(), b3.b3()));
  }

  private void line(PrintStream out, String key, MatchTruth.Score score) {
    out.println(
        words.say(key)
            + String.format(
                Locale.ROOT,
                " precision %.4f, recall %.4f, F1 %.4f (%,d / %,d / %,d)",
                score.precision(),
                score.recall(),
                score.f1(),
                score.right(),
                score.found(),
                score.truePairs()));
  }

  /** Some pairs with their waterfalls. */
  private void examples(PrintStream out) {
    for (int i = 0; i < Math.min(SHOWN, matched.pairCount()); i++) {
      Matched.Pair pair = matched.pair(i);
      out.println(
          String.format(
              Locale.ROOT,
              "%s – %s  %+.1f bits  p %.5f  %s",
              ids.get(pair.a()),
              ids.get(pair.b()),
              pair.weight(),
              pair.probability(),
              band(matched, pair)));
      for (Reason reason : matched.reasons(pair.a(), pair.b())) {
        out.println(
            String.format(
                Locale.ROOT, "    %+7.2f  %s: %s", reason.bits(), reason.field(), reason.level()));
      }
    }
    if (matched.pairCount() > SHOWN) {
      out.println(words.say("matchMore", matched.pairCount() - SHOWN));
    }
  }

  /** Groups of at least two, by their first record. */
  private List<List<Integer>> clusters() {
    Map<Integer, List<Integer>> byName = new TreeMap<>();
    for (int i = 0; i < groups.length; i++) {
      byName.computeIfAbsent(groups[i], g -> new ArrayList<>()).add(i);
    }
    return byName.values().stream().filter(group -> group.size() > 1).toList();
  }

  /** A stream that outlives whoever closes it. */
  private static final class Kept extends java.io.FilterOutputStream {

    Kept(PrintStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
