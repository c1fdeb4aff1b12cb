package io.leadwell.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words and options of a command line: {@code FILE --kind leads --dry-run --from=2026-01-01}. */
final class Arguments {

  private static final Set<String> FLAGS = Set.of("dry-run", "summary");
  private static final Set<String> OPTIONS =
      Set.of(
          "url",
          "key",
          "data",
          "kind",
          "mapping",
          "errors",
          "source",
          "by",
          "basis",
          "from",
          "to",
          "format",
          "language",
          "role",
          "name",
          "expires",
          "in",
          "against",
          "id",
          "fields",
          "truth",
          "truth-column",
          "pairs",
          "clusters",
          "threshold",
          "certain",
          "threads",
          "names",
          "column",
          "against-column",
          "top",
          "label",
          "positive",
          "time",
          "without",
          "keep",
          "seed",
          "scores");

  private final List<String> words;
  private final Map<String, String> options;
  private final List<String> inputs;
  private final Words speech;

  private Arguments(
      List<String> words, Map<String, String> options, List<String> inputs, Words speech) {
    this.words = List.copyOf(words);
    this.options = Map.copyOf(options);
    this.inputs = List.copyOf(inputs);
    this.speech = speech;
  }

  static Arguments parse(List<String> arguments, Words speech) {
    List<String> words = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    List<String> inputs = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--") || argument.length() == 2) {
        words.add(argument);
        continue;
      }
      int equals = argument.indexOf('=');
      String name = argument.substring(2, equals < 0 ? argument.length() : equals);
      if (FLAGS.contains(name) && equals < 0) {
        options.put(name, "true");
      } else if (!OPTIONS.contains(name)) {
        throw wrong(speech, "unknownOption", argument);
      } else if (equals >= 0) {
        options.put(name, argument.substring(equals + 1));
      } else if (i + 1 < arguments.size()) {
        options.put(name, arguments.get(++i));
      } else {
        throw wrong(speech, "missingValue", argument);
      }
      if (name.equals("in") || name.equals("against")) {
        inputs.add(options.getOrDefault(name, ""));
      }
    }
    return new Arguments(words, options, inputs, speech);
  }

  Optional<String> word(int position) {
    return position < words.size() ? Optional.of(words.get(position)) : Optional.empty();
  }

  /** All values of {@code --in} and {@code --against}, in their order. */
  List<String> inputs() {
    return inputs;
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
  }

  boolean flag(String name) {
    return options.containsKey(name);
  }

  /** The option's value, one of {@code accepted}; the first where it is not given. */
  String oneOf(String name, List<String> accepted) {
    String value = option(name).orElse(accepted.getFirst());
    if (!accepted.contains(value)) {
      throw wrong(speech, "notOneOf", "--" + name, value, String.join(", ", accepted));
    }
    return value;
  }

  private static Shell.Refusal wrong(Words speech, String key, Object... arguments) {
    return new Shell.Refusal(Shell.WRONG_USE, speech.say(key, arguments));
  }
}
