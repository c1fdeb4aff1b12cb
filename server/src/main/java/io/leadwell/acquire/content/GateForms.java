package io.leadwell.acquire.content;

import io.leadwell.acquire.capture.FormContext;
import io.leadwell.acquire.capture.FormPart;
import io.leadwell.acquire.capture.FormSubmitted;
import io.leadwell.acquire.capture.FormVisit;
import io.leadwell.acquire.capture.OpenForms;
import io.leadwell.acquire.capture.Posted;
import io.leadwell.acquire.capture.Taking;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The form that stands before content, and who has filled it. */
@Service
public class GateForms {

  private final OpenForms forms;
  private final Registrations registrations;
  private final Clock clock;

  GateForms(OpenForms forms, Registrations registrations, Clock clock) {
    this.forms = forms;
    this.registrations = registrations;
    this.clock = clock;
  }

  /** What the form of an item's gate is told of where it stands. */
  public static FormContext context(Item item) {
    return new FormContext(item.id().toString(), null, item.title());
  }

  /** Empty when there is none, or none that can be filled now. */
  public Optional<FormPart> part(Item item, FormVisit visit, boolean fresh) {
    UUID form = item.said().gate().formId();
    return form == null || !forms.isOpen(form)
        ? Optional.empty()
        : Optional.of(forms.part(form, visit, fresh));
  }

  /** Takes what was filled in; this browser then passes every gate with the form. */
  public Taking take(Item item, UUID form, UUID holder, FormVisit visit, Posted posted) {
    Taking taking = forms.take(form, visit, posted);
    if (taking instanceof Taking.Taken taken) {
      registrations.put(
          new Registration(
              taken.submissionId(),
              form,
              item.id(),
              taken.personId(),
              taken.leadId(),
              clock.instant()),
          holder);
    }
    return taking;
  }

  /** A submission that was held back has been looked at: now it is known who that was. */
  @EventListener
  void known(FormSubmitted submitted) {
    if (submitted.context().contentId() != null) {
      registrations.known(submitted.submissionId(), submitted.personId(), submitted.leadId());
    }
  }
}
