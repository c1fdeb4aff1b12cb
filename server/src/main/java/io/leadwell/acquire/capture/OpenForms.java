package io.leadwell.acquire.capture;

import io.leadwell.acquire.capture.FormCounts.What;
import io.leadwell.acquire.capture.FormStore.Live;
import io.leadwell.acquire.capture.FormView.Shown;
import io.leadwell.acquire.capture.Keeping.Left;
import io.leadwell.acquire.capture.Origins.Came;
import io.leadwell.acquire.capture.Tokens.Token;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.pool.leads.CameFrom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Forms as visitors meet them: shown, filled in, taken. Whoever has a page with a form in it asks
 * for the {@link FormPart}, puts it into the template, and hands over what comes back.
 */
@Service
public class OpenForms {

  private static final Duration HELD_WITHIN = Duration.ofHours(1);

  /** More suspicious ones in an hour than somebody could look at. */
  private static final int MOST_HELD = 500;

  private final FormStore forms;
  private final SubmissionStore submissions;
  private final FormView view;
  private final Tokens tokens;
  private final Proofs proofs;
  private final Suspicion suspicion;
  private final Origins origins;
  private final Remembered remembered;
  private final Keeping keeping;
  private final JointKeeping joint;
  private final FormCounts counts;
  private final ThanksWords thanks;
  private final Clock clock;

  OpenForms(
      FormStore forms,
      SubmissionStore submissions,
      FormView view,
      Tokens tokens,
      Proofs proofs,
      Suspicion suspicion,
      Origins origins,
      Remembered remembered,
      Keeping keeping,
      JointKeeping joint,
      FormCounts counts,
      ThanksWords thanks,
      Clock clock) {
    this.forms = forms;
    this.submissions = submissions;
    this.view = view;
    this.tokens = tokens;
    this.proofs = proofs;
    this.suspicion = suspicion;
    this.origins = origins;
    this.remembered = remembered;
    this.keeping = keeping;
    this.joint = joint;
    this.counts = counts;
    this.thanks = thanks;
    this.clock = clock;
  }

  /** The form at a place, empty. */
  public FormPart page(String slug, FormVisit visit, boolean fresh) {
    return empty(open(forms.live(slug)), visit, fresh);
  }

  /** A form by its id, to stand in another page. */
  public FormPart part(UUID form, FormVisit visit, boolean fresh) {
    return empty(open(forms.live(form)), visit, fresh);
  }

  /** Whether a form can be shown: it was published and is not closed. */
  public boolean isOpen(UUID form) {
    return forms.live(form).filter(live -> !live.closed()).isPresent();
  }

  /** Sites that may show the form in a frame. */
  public List<String> sites(String slug) {
    return forms.live(slug).map(live -> live.design().guard().sites()).orElse(List.of());
  }

  public Taking take(String slug, FormVisit visit, Posted posted) {
    return take(open(forms.live(slug)), visit, posted, joint::keep);
  }

  /**
   * What came back from a {@link #part}. It is kept in the caller's thread: what the caller is
   * about is known to those who hear of the submission.
   */
  public Taking take(UUID form, FormVisit visit, Posted posted) {
    return take(open(forms.live(form)), visit, posted, keeping::keep);
  }

  /** What is said after a form that was taken; refused when none was, under this token. */
  public Thanks thanks(String slug, String token, Locale language) {
    Live live = forms.live(slug).orElseThrow(OpenForms::missing);
    Token read = tokens.read(live.id(), token).orElseThrow(OpenForms::missing);
    if (submissions.byToken(read.id()).isEmpty()) {
      throw missing();
    }
    return thanks.of(forms.shown(live.id(), read.version()).orElse(live).design(), language);
  }

  /** Somebody has begun to fill in. */
  public void started(String slug, String token, FormVisit visit) {
    forms
        .live(slug)
        .filter(live -> tokens.read(live.id(), token).isPresent())
        .ifPresent(live -> count(What.START, live, visit));
  }

  /** Work for a browser. */
  public Challenge challenge() {
    return proofs.ask();
  }

  private FormPart empty(Live live, FormVisit visit, boolean fresh) {
    if (!Robots.isOne(visit.agent())) {
      count(What.VIEW, live, visit);
    }
    return view.of(
        new Shown(
            live.id(),
            live.slug(),
            live.version(),
            live.design(),
            visit,
            tokens.hand(live.id(), live.version()),
            Posted.nothing(),
            Map.of(),
            fresh ? Known.NOTHING : remembered.of(live, visit),
            live.design().guard().proof() == FormDesign.Proof.ALWAYS,
            false));
  }

  private Taking take(
      Live current, FormVisit visit, Posted posted, Function<Left, Submission> keeper) {
    FormVisit carried = visit.carried(posted);
    refuseFlood(current, carried);
    String sent = posted.first(Posted.TOKEN);
    Optional<Token> token = tokens.read(current.id(), sent);
    if (token.isEmpty()) {
      String fresh = tokens.hand(current.id(), current.version());
      return again(current, carried, fresh, posted, Map.of("", Wrong.of("stale")), false);
    }
    Live live = forms.shown(current.id(), token.get().version()).orElse(current);
    Optional<Submission> before = submissions.byToken(token.get().id());
    if (before.isPresent()) {
      return taken(live, before.get(), sent, carried);
    }
    Known known = posted.has(Posted.FRESH) ? Known.NOTHING : remembered.of(live, carried);
    AnswerCheck.Checked checked = AnswerCheck.check(live.design(), posted, known);
    if (!checked.wrong().isEmpty()) {
      return again(live, carried, sent, posted, checked.wrong(), false);
    }
    return switch (suspicion.of(
        live.slug(), live.design(), token.get(), posted, checked.answers(), carried.ip())) {
      case Suspicion.Verdict.AskForProof _ ->
          again(live, carried, sent, posted, Map.of("", Wrong.of("proof")), true);
      case Suspicion.Verdict.Hold(String reason) ->
          hold(live, carried, token.get(), sent, checked, reason);
      case Suspicion.Verdict.Take _ -> {
        if (!posted.has(Posted.SCRIPTED)) {
          // No script has told when it was begun.
          count(What.START, live, carried);
        }
        Came came = origins.of(carried.url(), carried.referrer(), carried.visitor());
        Submission left = submission(live, carried, checked, came, Submission.TAKEN, null);
        yield taken(
            live, keeper.apply(new Left(left, token.get().id(), live, came)), sent, carried);
      }
    };
  }

  private Taking hold(
      Live live,
      FormVisit visit,
      Token token,
      String sent,
      AnswerCheck.Checked checked,
      String reason) {
    Instant since = clock.instant().minus(HELD_WITHIN);
    if (submissions.heldSince(live.id(), since) >= MOST_HELD) {
      count(What.REFUSED, live, visit);
      throw new Problem(CaptureProblem.TOO_MANY_HELD);
    }
    Came came = origins.looking(visit.url(), visit.referrer());
    Submission left = submission(live, visit, checked, came, Submission.HELD, reason);
    return taken(live, keeping.keep(new Left(left, token.id(), live, came)), sent, visit);
  }

  private Submission submission(
      Live live,
      FormVisit visit,
      AnswerCheck.Checked checked,
      Came came,
      String status,
      @Nullable String reason) {
    CameFrom met = Bringing.met(came, live.design().assigned(), visit.context(), false);
    return new Submission(
        Ids.next(),
        live.id(),
        live.version(),
        visit.way(),
        status,
        reason,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        visit.language().getLanguage().equals("en") ? "en" : "zh-CN",
        checked.answers(),
        checked.facts().toStore(),
        visit.url(),
        visit.referrer(),
        live.design().assigned().kiosk() ? null : visit.visitor(),
        met.channelId(),
        met.campaignId(),
        visit.context(),
        checked.consent() ? live.consent() : null,
        visit.ip(),
        visit.agent(),
        null,
        null,
        null,
        null,
        null);
  }

  private Taking taken(Live live, Submission left, String token, FormVisit visit) {
    return new Taking.Taken(
        token,
        left.id(),
        left.personId(),
        left.leadId(),
        thanks.of(live.design(), visit.language()));
  }

  private Taking again(
      Live live,
      FormVisit visit,
      String token,
      Posted posted,
      Map<String, Wrong> wrong,
      boolean proof) {
    boolean always = live.design().guard().proof() == FormDesign.Proof.ALWAYS;
    return new Taking.Again(
        view.of(
            new Shown(
                live.id(),
                live.slug(),
                live.version(),
                live.design(),
                visit,
                token,
                posted,
                wrong,
                posted.has(Posted.FRESH) ? Known.NOTHING : remembered.of(live, visit),
                proof || always,
                proof)));
  }

  private void refuseFlood(Live live, FormVisit visit) {
    try {
      suspicion.refuseFlood(live.slug(), visit.ip());
    } catch (Problem tooFast) {
      count(What.REFUSED, live, visit);
      throw tooFast;
    }
  }

  private void count(What what, Live live, FormVisit visit) {
    Came came = origins.looking(visit.url(), visit.referrer());
    CameFrom met = Bringing.met(came, live.design().assigned(), visit.context(), false);
    counts.count(what, live.id(), visit.way(), met.channelId());
  }

  private static Live open(Optional<Live> found) {
    Live live = found.orElseThrow(OpenForms::missing);
    if (live.closed()) {
      throw new Problem(CaptureProblem.FORM_CLOSED);
    }
    return live;
  }

  private static Problem missing() {
    return new Problem(CaptureProblem.FORM_NOT_FOUND);
  }
}
