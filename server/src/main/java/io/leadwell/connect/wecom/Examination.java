package io.leadwell.connect.wecom;

import io.leadwell.connect.wecom.Checkup.Outcome;
import io.leadwell.connect.wecom.Checkup.Step;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Tests a connection the way it is going to be used: gets in, asks for what each capability needs,
 * and looks whether Tencent has found our callback address. A later step is not tried when an
 * earlier one shows that nothing can work.
 */
@Component
class Examination {

  private final Tencent tencent;
  private final Clock clock;

  Examination(Tencent tencent, Clock clock) {
    this.tencent = tencent;
    this.clock = clock;
  }

  Checkup examine(Connection connection, Credentials as) {
    List<Step> steps = new ArrayList<>();
    Step door =
        step(
            "token",
            Outcome.FAILED,
            () -> {
              tencent.signIn(as);
              return fine("token", connection.appId());
            });
    steps.add(door);
    if (door.outcome() == Outcome.FINE) {
      switch (connection.kind()) {
        case WECOM -> {
          steps.add(step("contacts", Outcome.FAILED, () -> contacts(as)));
          steps.add(step("links", Outcome.WARNING, () -> links(as)));
        }
        case OFFICIAL -> steps.add(step("followers", Outcome.FAILED, () -> followers(as)));
        case MINI -> {
          // Links can be made by whoever gets in.
        }
      }
    }
    if (connection.kind().callsBack()) {
      steps.add(callback(connection));
    }
    return new Checkup(clock.instant().truncatedTo(ChronoUnit.MICROS), steps);
  }

  private Step contacts(Credentials as) {
    int users =
        tencent
            .get(as, "/cgi-bin/externalcontact/get_follow_user_list", Map.of())
            .path("follow_user")
            .size();
    return users == 0
        ? new Step("contacts", Outcome.WARNING, "wecom.check.nobody", List.of())
        : fine("contacts", users);
  }

  private Step links(Credentials as) {
    try {
      tencent.post(
          as, "/cgi-bin/externalcontact/customer_acquisition/list_link", Map.of("limit", 1));
      return fine("links");
    } catch (TencentFailure failure) {
      if (failure.passing()) {
        throw failure;
      }
      // Acquisition links are a thing apart that a corp may well do without.
      return new Step("links", Outcome.WARNING, "wecom.check.noLinks", failure.arguments());
    }
  }

  private Step followers(Credentials as) {
    long total =
        tencent.get(as, "/cgi-bin/user/get", Map.of("next_openid", "")).path("total").asLong(0);
    return fine("followers", total);
  }

  private static Step callback(Connection connection) {
    if (!connection.hasToken() || !connection.hasAesKey()) {
      return new Step("callback", Outcome.WARNING, "wecom.check.noKeys", List.of());
    }
    return connection.greetedAt() == null
        ? new Step("callback", Outcome.WARNING, "wecom.check.notGreeted", List.of())
        : fine("callback");
  }

  private static Step fine(String name, Object... arguments) {
    return new Step(name, Outcome.FINE, "wecom.check.fine." + name, List.of(arguments));
  }

  private static Step step(String name, Outcome otherwise, Supplier<Step> deed) {
    try {
      return deed.get();
    } catch (TencentFailure failure) {
      return new Step(name, otherwise, "problem." + failure.trouble().name(), failure.arguments());
    }
  }
}
