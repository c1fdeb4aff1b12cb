package io.leadwell.acquire.capture;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How forms do: shown, begun, left. */
@Service
public class FormFigures {

  /**
   * @param views times shown, without readers that say they are machines
   * @param starts times somebody began to fill in
   * @param submissions that became leads or joined one
   * @param held that wait for a decision
   * @param refused for coming too fast
   */
  public record Figures(
      long views, long starts, long submissions, long newLeads, long held, long refused) {

    public static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0);

    Figures plus(Figures other) {
      return new Figures(
          views + other.views,
          starts + other.starts,
          submissions + other.submissions,
          newLeads + other.newLeads,
          held + other.held,
          refused + other.refused);
    }
  }

  /** Of a day, a channel or a way; the others are null. */
  public record Line(
      @Nullable LocalDate day, @Nullable UUID channelId, @Nullable String way, Figures figures) {}

  /** A form's figures in a period. */
  public record Report(Figures all, List<Line> days, List<Line> channels, List<Line> ways) {}

  private final FigureStore store;
  private final FormCounts counts;

  FormFigures(FigureStore store, FormCounts counts) {
    this.store = store;
    this.counts = counts;
  }

  /** Of each form, from the first to the last day; a form without any has no entry. */
  public Map<UUID, Figures> of(Collection<UUID> forms, LocalDate first, LocalDate last) {
    counts.write();
    return forms.isEmpty() ? Map.of() : store.byForm(forms, first, last);
  }

  public Report report(UUID form, LocalDate first, LocalDate last) {
    counts.write();
    List<Line> days = store.byDay(form, first, last);
    return new Report(
        days.stream().map(Line::figures).reduce(Figures.NONE, Figures::plus),
        days,
        store.byChannel(form, first, last),
        store.byWay(form, first, last));
  }
}
