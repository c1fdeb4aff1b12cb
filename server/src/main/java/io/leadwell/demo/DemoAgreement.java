package io.leadwell.demo;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Member;
import io.leadwell.base.workspace.Members;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Visible;
import io.leadwell.pool.qualification.MqlDefinition;
import io.leadwell.pool.qualification.MqlDefinitions;
import io.leadwell.pool.segments.Segments;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the heads of the demo company agreed on, and the segments their marketers work with. */
@Component
class DemoAgreement {

  private static final String MQL =
      """
      {"all":[
        {"any":[
          {"field":"bant.budget","is":"is","values":["yes"]},
          {"field":"bant.timing","is":"is","values":["yes"]}]},
        {"field":"bant.need","is":"is","values":["yes"]},
        {"not":{"any":[{"field":"lead.verdict","is":"is","values":["competitor","blocked"]}]}}]}
      """;

  /** A segment by rule: what it is called, what for, and its rule. */
  private record ByRule(String name, String description, String rule) {}

  private static final List<ByRule> SEGMENTS =
      List.of(
          new ByRule(
              "读过案例的决策人",
              "30 天内看过客户案例或下载过资料的总监、经理和负责人，适合 SDR 优先联系。",
              """
              {"all":[
                {"field":"person.title","is":"contains","values":["总监","经理","总裁","负责人"]},
                {"any":[
                  {"did":[{"field":"deed.contentKind","is":"is","values":["customer_case"]}],"least":1,"most":null,"days":30},
                  {"did":[{"field":"deed.scene","is":"is","values":["content_download"]}],"least":1,"most":null,"days":30}]}]}
              """),
          new ByRule(
              "沉睡线索",
              "半年没有互动、没有输单也没有成交的线索，适合用新内容唤醒。",
              """
              {"all":[
                {"field":"lead.lastTouchAt","is":"longer_ago","values":["180"]},
                {"field":"lead.stage","is":"is_not","values":["won","lost"]}]}
              """),
          new ByRule(
              "MQL 两周未推进",
              "停在 MQL 超过 14 天的线索，市场与销售例会逐条过。",
              """
              {"all":[
                {"field":"lead.stage","is":"is","values":["mql"]},
                {"field":"lead.stageSince","is":"longer_ago","values":["14"]}]}
              """));

  private final MqlDefinitions definitions;
  private final Segments segments;
  private final Members members;
  private final JsonMapper json;

  DemoAgreement(MqlDefinitions definitions, Segments segments, Members members, JsonMapper json) {
    this.definitions = definitions;
    this.segments = segments;
    this.members = members;
    this.json = json;
  }

  /** Told again, it does nothing. */
  void tell(Caller system) {
    if (definitions.all().isEmpty()) {
      Caller marketing = head(Role.MARKETING_HEAD, system);
      MqlDefinition draft =
          definitions.draft(
              "需求明确，并且预算或时间计划至少有一项落实的线索；竞品与黑名单除外。决策联系人写入 BANT 的“决策人”。",
              json.readTree(MQL),
              List.of("person.name", "company.name"),
              marketing);
      definitions.sign(draft.id(), marketing);
      definitions.sign(draft.id(), head(Role.SALES_HEAD, system));
    }
    if (segments.all(system).isEmpty()) {
      for (ByRule segment : SEGMENTS) {
        segments.add(segment.name(), segment.description(), json.readTree(segment.rule()), system);
      }
    }
  }

  private Caller head(Role role, Caller system) {
    Member head =
        members.all().stream().filter(each -> each.role() == role).findFirst().orElseThrow();
    return new Caller(
        Caller.Kind.MEMBER,
        head.id(),
        null,
        head.name(),
        role.permissions(),
        Visible.everything(),
        system.ip());
  }
}
