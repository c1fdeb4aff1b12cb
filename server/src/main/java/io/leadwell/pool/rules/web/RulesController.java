package io.leadwell.pool.rules.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Permission;
import io.leadwell.kernel.rules.Operator;
import io.leadwell.pool.rules.Catalogue;
import io.leadwell.pool.rules.RuleField;
import io.leadwell.pool.rules.Rules;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What conditions may ask about. */
@RestController
@RequestMapping("/api/v1/rules")
class RulesController {

  private final Rules rules;

  RulesController(Rules rules) {
    this.rules = rules;
  }

  @GetMapping("/fields")
  @Allow(Permission.LEADS_READ)
  CatalogueView fields() {
    Catalogue catalogue = rules.catalogue();
    return new CatalogueView(
        FieldView.of(catalogue.leads().values()), FieldView.of(catalogue.deeds().values()));
  }

  record CatalogueView(List<FieldView> leads, List<FieldView> deeds) {}

  record FieldView(
      String key,
      String kind,
      List<String> operators,
      @Nullable String options,
      @Nullable LabelView label) {

    static List<FieldView> of(Collection<RuleField> fields) {
      return fields.stream().map(FieldView::of).toList();
    }

    private static FieldView of(RuleField field) {
      RuleField.Label label = field.label();
      return new FieldView(
          field.key(),
          field.kind().name().toLowerCase(Locale.ROOT),
          field.kind().operators().stream().map(Operator::word).toList(),
          field.options(),
          label == null ? null : new LabelView(label.zh(), label.en()));
    }
  }

  record LabelView(String zh, String en) {}
}
