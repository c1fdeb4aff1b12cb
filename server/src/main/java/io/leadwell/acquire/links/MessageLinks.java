package io.leadwell.acquire.links;

import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links in messages, each of which knows its reader; see {@link Bearers} for what it may do. */
@Service
public class MessageLinks {

  private static final int LONGEST_MESSAGE = 100;

  private final Links links;
  private final Bearers bearers;
  private final SendingStore sendings;
  private final PublicAddress address;
  private final Clock clock;

  MessageLinks(
      Links links, Bearers bearers, SendingStore sendings, PublicAddress address, Clock clock) {
    this.links = links;
    this.bearers = bearers;
    this.sendings = sendings;
    this.address = address;
    this.clock = clock;
  }

  /**
   * The address for each reader, to be put into the message to them and to nobody else. Asked again
   * for the same message it says addresses that are as good.
   *
   * @param message names the message or the sending for ever, such as {@code sms:2026-11-spring}
   */
  public Map<UUID, String> addresses(UUID linkId, String message, Collection<UUID> readers) {
    if (message.isBlank() || message.length() > LONGEST_MESSAGE) {
      throw new Problem(LinksProblem.LINK_TEXT_TOO_LONG, LONGEST_MESSAGE);
    }
    Link link = links.find(linkId);
    Map<UUID, String> addresses = new HashMap<>();
    bearers
        .tokens(linkId, message, new HashSet<>(readers), clock.instant())
        .forEach((reader, token) ->
            addresses.put(reader, address.of("/l/" + link.code() + "/" + token)));
    return addresses;
  }

  /**
   * The address for each reader of a mail of ours; the link shows it among its sendings. Nobody has
   * one where the public address of this server is not known or the link does not lead anywhere.
   *
   * @param message as the outbox knows it, see {@code Outgoing.sending}
   * @param name what it is called among people
   */
  @Transactional
  public Map<UUID, String> mailed(
      UUID linkId, String message, String name, Collection<UUID> readers) {
    Instant now = clock.instant();
    if (readers.isEmpty() || address.configured().isEmpty() || !links.find(linkId).leads(now)) {
      return Map.of();
    }
    sendings.add(
        Ids.next(),
        linkId,
        message,
        Sending.Kind.MAIL,
        Sendings.named(name),
        SendingWay.MAIL,
        Caller.system(),
        now);
    return addresses(linkId, message, readers);
  }

  /** What became of the link in a message. */
  public Opened opened(UUID linkId, String message) {
    return bearers.opened(linkId, message);
  }

  /**
   * @param readers to whom it was sent
   * @param opened of them, who opened it
   * @param strangers openings in browsers that are not taken for the reader's: passed on, mostly
   */
  public record Opened(long readers, long opened, long strangers) {}
}
