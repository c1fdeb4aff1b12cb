package io.leadwell.shell;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import tools.jackson.databind.node.ObjectNode;

/** {@code key create}: prints a new API key, alone on its line, so that a script can keep it. */
final class KeyCommand {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Arguments arguments;
  private final Server server;
  private final Words words;
  private final PrintStream out;
  private final PrintStream err;

  KeyCommand(Arguments arguments, Server server, Words words, PrintStream out, PrintStream err) {
    this.arguments = arguments;
    this.server = server;
    this.words = words;
    this.out = out;
    this.err = err;
  }

  int run() {
    if (!arguments.word(0).equals(java.util.Optional.of("create"))) {
      throw new Shell.Refusal(Shell.WRONG_USE, words.say("usage"));
    }
    String role =
        arguments
            .option("role")
            .orElseThrow(() -> new Shell.Refusal(Shell.WRONG_USE, words.say("roleMissing")));
    ObjectNode wanted = Server.JSON.createObjectNode();
    wanted.put("name", arguments.option("name").orElse("shell"));
    wanted.put("role", role);
    // A key is good through the whole of its last day.
    arguments
        .option("expires")
        .ifPresent(day ->
            wanted.put(
                "expiresAt", day(day).plusDays(1).atStartOfDay(CHINA).toInstant().toString()));
    out.println(server.post("/keys", wanted).path("key").asString());
    err.println(words.say("keyOnce"));
    return Shell.DONE;
  }

  private LocalDate day(String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw new Shell.Refusal(Shell.WRONG_USE, words.say("badDay", day));
    }
  }
}
