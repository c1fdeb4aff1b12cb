package io.leadwell.acquire.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadwell.acquire.campaigns.Frame;
import io.leadwell.base.platform.Problem;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PatchTests {

  private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000000");

  @Test
  void what_is_absent_stays_and_what_is_null_is_emptied() {
    Patch patch =
        patch("{\"parentId\":null,\"note\":\" \",\"budgetFen\":5,\"startsOn\":\"2026-03-01\"}");
    assertThat(patch.required("name", "甲")).isEqualTo("甲");
    assertThat(patch.id("channelId", ID)).isEqualTo(ID);
    assertThat(patch.id("parentId", ID)).isNull();
    assertThat(patch.text("note", "旧")).isNull();
    assertThat(patch.number("budgetFen", null)).isEqualTo(5);
    assertThat(patch.day("startsOn", null)).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(patch.word("frame", Frame.EVENT, Frame::of)).isEqualTo(Frame.EVENT);
    assertThat(patch.flag("archived", true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":{}}",
        "{\"x\":[1]}",
        "{\"x\":1.5}",
        "{\"x\":\"nonsense\"}",
        "{\"x\":1e30}"
      })
  void a_value_of_the_wrong_kind_is_refused(String body) {
    assertThatThrownBy(() -> patch(body).number("x", 1L)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> patch(body).id("x", null)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> patch(body).day("x", null)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> patch(body).flag("x", false)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> patch(body).word("x", Frame.EVENT, Frame::of))
        .isInstanceOf(Problem.class);
  }

  @Test
  void what_must_be_there_can_not_be_emptied() {
    assertThatThrownBy(() -> patch("{\"x\":null}").required("x", "甲")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> patch("{\"x\":\"\"}").required("x", "甲")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> patch("{\"x\":null}").flag("x", true)).isInstanceOf(Problem.class);
  }

  private static Patch patch(String body) {
    return new Patch(JsonMapper.shared().readTree(body));
  }
}
