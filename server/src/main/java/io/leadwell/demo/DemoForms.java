package io.leadwell.demo;

import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.acquire.capture.Form;
import io.leadwell.acquire.capture.FormContext;
import io.leadwell.acquire.capture.FormPart;
import io.leadwell.acquire.capture.FormVisit;
import io.leadwell.acquire.capture.Forms;
import io.leadwell.acquire.capture.OpenForms;
import io.leadwell.acquire.capture.Posted;
import io.leadwell.acquire.capture.Way;
import io.leadwell.base.workspace.Caller;
import io.leadwell.demo.DemoTraffic.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.springframework.stereotype.Component;

/** Forms of the demo company, looked at by many and filled in by some of those who read. */
@Component
class DemoForms {

  private static final int VIEWS = 40;
  private static final int FILLED = 14;

  /** Who sends a form faster than one can type is held, in the demo too. */
  private static final long TYPING_MS = 2_300;

  private record Shown(Form form, FormVisit visit, FormPart part) {}

  private final Forms forms;
  private final OpenForms open;
  private final Channels channels;
  private final Random random = new Random(20_240_608);

  DemoForms(Forms forms, OpenForms open, Channels channels) {
    this.forms = forms;
    this.open = open;
    this.channels = channels;
  }

  /** {@code readers} are visitors whom the site has seen. */
  void tell(List<Reader> readers, Caller system) throws InterruptedException {
    if (!forms.list(null, null, null, 1).items().isEmpty()) {
      return;
    }
    channels.plantUsual();
    List<Form> made =
        List.of(published("预约演示", "demo", system), published("资料下载", "download", system));
    forms.add("沙龙报名", "event", system);
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(VIEWS, readers.size()); i++) {
      Form form = made.get(i % 3 == 2 ? 1 : 0);
      FormVisit visit = visit(form, readers.get(i));
      shown.add(new Shown(form, visit, open.part(form.id(), visit, false)));
    }
    Thread.sleep(TYPING_MS);
    for (Shown one : shown.subList(0, Math.min(FILLED, shown.size()))) {
      open.take(one.form().id(), one.visit(), Posted.of(filled(one.part())));
    }
  }

  private Form published(String name, String preset, Caller system) {
    Form form = forms.add(name, preset, system);
    return forms.publish(form.id(), form.revision(), system);
  }

  private static FormVisit visit(Form form, Reader reader) {
    String address = "/p/f/" + form.slug();
    return new FormVisit(
        Way.PAGE,
        Locale.SIMPLIFIED_CHINESE,
        "https://demo.leadwell" + address,
        null,
        reader.visitor(),
        // Each from a network of its own, as the readers of two weeks are.
        "10." + Math.floorMod(reader.visitor().hashCode(), 250) + ".1.1",
        reader.agent(),
        FormContext.NONE,
        address,
        address + "?fresh=1");
  }

  private Map<String, String[]> filled(FormPart part) {
    Map<String, String[]> sent = new LinkedHashMap<>();
    part.hidden().forEach((name, value) -> sent.put(name, new String[] {value}));
    Words.Province province = Words.province(random);
    String city = Words.pick(random, province.cities());
    for (FormPart.FieldPart field : part.fields()) {
      String answer =
          switch (field.name()) {
            case "name" -> Words.person(random);
            case "phone" -> "139" + (10_000_000 + random.nextInt(89_999_999));
            case "email" -> "mail" + random.nextInt(1_000_000) + "@example.com";
            case "company" -> Words.company(random, city, random.nextInt(10));
            case "title" -> Words.pick(random, Words.TITLES);
            case "need" -> "想看看排产和设备联网，两个车间，约 120 台设备";
            default -> field.options().isEmpty() ? "" : Words.pick(random, field.options()).value();
          };
      sent.put(field.name(), new String[] {answer});
    }
    sent.put("_consent", new String[] {"yes"});
    return sent;
  }
}
