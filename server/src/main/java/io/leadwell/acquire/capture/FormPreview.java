package io.leadwell.acquire.capture;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Drafts as visitors will see them. */
@Service
public class FormPreview {

  private final FormView view;

  FormPreview(FormView view) {
    this.view = view;
  }

  /** The form without a token: whatever is sent from it is taken by nobody. */
  public FormPart of(FormDesign draft, Locale language) {
    List<Problem.Field> flaws = DesignCheck.ofDraft(draft);
    if (!flaws.isEmpty()) {
      throw new Problem(CaptureProblem.FORM_INVALID, List.of(), flaws);
    }
    FormVisit nobody =
        new FormVisit(
            Way.PAGE, language, null, null, null, null, null, FormContext.NONE, "about:blank", "");
    return view.of(
        new FormView.Shown(
            Ids.next(),
            "preview",
            0,
            draft,
            nobody,
            "",
            Posted.nothing(),
            Map.of(),
            Known.NOTHING,
            false,
            false));
  }
}
