package io.leadwell.acquire.events;

import io.leadwell.acquire.links.Link;
import io.leadwell.acquire.links.LinkDraft;
import io.leadwell.acquire.links.Links;
import io.leadwell.acquire.links.MessageLinks;
import io.leadwell.acquire.links.Placement;
import io.leadwell.acquire.links.PublicAddress;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.leads.PersonCard;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The link to the replay in the mails after an event, one for each reader, so that a click tells
 * who came back. A ticket keeps its own address: it is a key that must open the door even where a
 * link was switched off.
 */
@Component
class ReplayLinks {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_CONTENT = 200;

  private final Links links;
  private final MessageLinks messages;
  private final PublicAddress address;
  private final EventTouches touches;
  private final Texts texts;

  ReplayLinks(
      Links links,
      MessageLinks messages,
      PublicAddress address,
      EventTouches touches,
      Texts texts) {
    this.links = links;
    this.messages = messages;
    this.address = address;
    this.touches = touches;
    this.texts = texts;
  }

  /** The name under which the links in the mails of one kind know their readers. */
  static String sending(Letter letter, Event event) {
    return letter.purpose() + ":" + event.id();
  }

  /** By person; empty where the letter has no replay to lead to. */
  Map<UUID, String> addresses(Letter letter, Event event, Collection<PersonCard> readers) {
    boolean leads = letter.follows() && event.said().replayItem() != null;
    if (!leads || readers.isEmpty() || address.configured().isEmpty()) {
      return Map.of();
    }
    Locale language = Locale.forLanguageTag(event.said().language());
    Link link =
        links.keep(
            purpose(event),
            new LinkDraft(
                cut(texts.of(language, "events.link.replay", event.title()), LONGEST_NAME),
                PublicPaths.event(event.slug()),
                new Placement(
                    touches.channel(event),
                    event.campaignId(),
                    cut(event.title(), LONGEST_CONTENT),
                    null,
                    null,
                    null),
                null,
                true,
                null));
    return messages.mailed(
        link.id(),
        sending(letter, event),
        texts.of(language, "events.mail." + letter.word() + ".subject", event.title()),
        readers.stream().map(PersonCard::personId).collect(Collectors.toSet()));
  }

  /** Mails that are out lead to the page of the event wherever it moves. */
  void moved(Event before, Event after, Caller who) {
    if (before.slug().equals(after.slug())) {
      return;
    }
    Optional<Link> kept = links.kept(purpose(after));
    if (kept.isPresent() && kept.get().page().equals(PublicPaths.event(before.slug()))) {
      links.change(
          kept.get().id(),
          draft ->
              new LinkDraft(
                  draft.name(),
                  PublicPaths.event(after.slug()),
                  draft.placement(),
                  draft.code(),
                  draft.enabled(),
                  draft.expiresAt()),
          who);
    }
  }

  private static String purpose(Event event) {
    return "event-replay:" + event.id();
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest).strip() : text;
  }
}
