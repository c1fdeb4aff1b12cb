package io.leadwell.shell;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code ./leadwell import | report | key}: reads its arguments, asks the server, prints the
 * answer. {@code match}, {@code match-company} and {@code score-train} ask nobody.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 an import in which some rows were refused, 3 too few rows to
 * learn from, 64 wrong arguments.
 */
public final class Shell {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int SOME_REFUSED = 2;
  static final int NOT_ENOUGH_DATA = 3;
  static final int WRONG_USE = 64;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  Shell(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = new Shell(System.getenv(), out, err).run(List.of(arguments));
    out.flush();
    System.exit(code);
  }

  int run(List<String> arguments) {
    Words words = Words.ofEnvironment(environment);
    try {
      if (arguments.isEmpty()) {
        throw new Refusal(WRONG_USE, words.say("usage"));
      }
      Arguments rest = Arguments.parse(arguments.subList(1, arguments.size()), words);
      return switch (arguments.getFirst()) {
        case "import" -> new ImportCommand(rest, connect(rest, words), words, out, err).run();
        case "report" -> new ReportCommand(rest, words, out).run(l -> connect(rest, words, l));
        case "key" -> new KeyCommand(rest, connect(rest, words), words, out, err).run();
        case "match-company" -> new MatchCompanyCommand(rest, words, out, err).run();
        case "match" -> new MatchCommand(rest, words, out, err).run();
        case "score-train" -> new ScoreTrainCommand(rest, words, out, err).run();
        default -> throw new Refusal(WRONG_USE, words.say("usage"));
      };
    } catch (Refusal e) {
      err.println(e.getMessage());
      return e.exitCode();
    }
  }

  private Server connect(Arguments arguments, Words words) {
    return connect(arguments, words, words.languageTag());
  }

  private Server connect(Arguments arguments, Words words, String language) {
    return Server.find(arguments, environment, words, language);
  }

  /** Ends the command with a sentence. */
  static final class Refusal extends RuntimeException {

    private final int exitCode;

    Refusal(int exitCode, String sentence) {
      super(sentence);
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }
  }

  static Refusal failed(Words words, String key, Object... arguments) {
    return new Refusal(FAILED, words.say(key, Arrays.copyOf(arguments, arguments.length)));
  }
}
