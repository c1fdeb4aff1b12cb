package io.leadwell.acquire.campaigns;

import io.leadwell.base.workspace.WorkspaceOpened;
import io.leadwell.base.workspace.Workspaces;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A workspace opens with the usual channels in it, so that the first spend has a place to go, and
 * with the rules by which they are known. One that was opened before there were rules gets them
 * when the server starts.
 */
@Component
class PlantChannels {

  private final Channels channels;

  private final Sources sources;
  private final Workspaces workspaces;

  PlantChannels(Channels channels, Sources sources, Workspaces workspaces) {
    this.channels = channels;
    this.sources = sources;
    this.workspaces = workspaces;
  }

  @EventListener
  void on(WorkspaceOpened opened) {
    channels.plantUsual();
    sources.plantUsual();
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    if (workspaces.current().isPresent()) {
      sources.plantUsual();
    }
  }
}
