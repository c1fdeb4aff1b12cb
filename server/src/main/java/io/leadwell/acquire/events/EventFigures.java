package io.leadwell.acquire.events;

/**
 * What an event has come to.
 *
 * @param registered everybody on the list who did not cancel and was not declined, but walk-ins
 * @param approved may come; walk-ins are not among them
 * @param walkIns were there without a registration
 * @param attended were there, walk-ins among them
 * @param attendedOfApproved of those who might come
 * @param replayed saw the recording
 * @param newLeads registrations that opened a lead
 */
public record EventFigures(
    int registered,
    int waiting,
    int approved,
    int waitlisted,
    int declined,
    int cancelled,
    int walkIns,
    int attended,
    int attendedOfApproved,
    int replayed,
    int newLeads) {

  public static final EventFigures NOTHING = new EventFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
