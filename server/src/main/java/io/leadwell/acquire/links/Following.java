package io.leadwell.acquire.links;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The way from a short link to its page. */
@Service
public class Following {

  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

  private final FollowedLinks links;
  private final LinkHits hits;
  private final Bearers bearers;
  private final TallyStore tallies;

  Following(FollowedLinks links, LinkHits hits, Bearers bearers, TallyStore tallies) {
    this.links = links;
    this.hits = hits;
    this.bearers = bearers;
    this.tallies = tallies;
  }

  /**
   * Where the link with this code leads, and that it was followed.
   *
   * @param token of a link in a message, which knows its reader; one that isn't ours says nothing
   */
  public Followed follow(String code, @Nullable String token, Passer passer) {
    Optional<Link> found = links.withCode(LinkCodes.folded(code));
    if (found.isEmpty()) {
      return new Followed.Unknown();
    }
    Link link = found.get();
    if (!link.leads(passer.at())) {
      return new Followed.Ended();
    }
    return new Followed.To(link.target(), passer.counts() && counted(link, token, passer));
  }

  /** Whatever goes wrong with the counting, the reader gets to the page. */
  private boolean counted(Link link, @Nullable String token, Passer passer) {
    try {
      Optional<Bearers.Bearer> bearer =
          token == null ? Optional.empty() : bearers.of(token, link.id(), passer.at());
      boolean person = hits.tell(link, bearer.orElse(null), passer);
      tallies.count(link.id(), passer, person);
      return person;
    } catch (RuntimeException e) {
      LOG.error("Link {} was followed and could not be counted", link.code(), e);
      return false;
    }
  }
}
