package io.leadwell.base.platform;

import io.leadwell.postgres.ClusterException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Says in a sentence why the server did not start, where the operator can do something about it.
 */
final class StartFailures implements FailureAnalyzer {

  private final Texts texts = new Texts();
  private final Locale language;

  StartFailures() {
    this(System.getenv());
  }

  StartFailures(Map<String, String> environment) {
    this.language = languageOfTerminal(environment);
  }

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String sentence = sentence(cause);
      if (sentence != null) {
        return new FailureAnalysis(sentence, null, cause);
      }
    }
    return null;
  }

  private @Nullable String sentence(Throwable cause) {
    return switch (cause) {
      case StartRefused refused -> refused.getMessage();
      case ClusterException refused -> refused.getMessage();
      case FlywayValidateException invalid when isNewer(invalid) ->
          texts.of(language, "start.newerData");
      case SQLException broken when isConnection(broken) ->
          texts.of(language, "start.databaseUnreachable", withoutStop(broken.getMessage()));
      default -> null;
    };
  }

  /** Some of what drivers say ends with full stops, and it stands inside a sentence here. */
  private static String withoutStop(@Nullable String said) {
    return String.valueOf(said).replaceFirst("\\.+$", "");
  }

  /** A migration of the database that this program does not know: a later one made it. */
  private static boolean isNewer(FlywayValidateException invalid) {
    ErrorCode code = invalid.getErrorCode();
    return code == CoreErrorCode.VALIDATE_ERROR
        && String.valueOf(invalid.getMessage()).contains("not resolved locally");
  }

  /**
   * SQL states of class 08 are the connection's, of class 28 the login's, 3D000 an unknown name.
   */
  private static boolean isConnection(SQLException broken) {
    String state = String.valueOf(broken.getSQLState());
    return state.startsWith("08") || state.startsWith("28") || state.equals("3D000");
  }

  private static Locale languageOfTerminal(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
      }
    }
    return Locale.ENGLISH;
  }
}
