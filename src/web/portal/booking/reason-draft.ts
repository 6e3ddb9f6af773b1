import { dropDraft, readDraft } from "../../ui/portal/draft.ts";

/** Kept by service, so that it survives a hold that lapsed and was taken again. */
export function reasonDraft(serviceId: string): string {
  return `reason.${serviceId}`;
}

export const guestDraft = "guest";

export function typedReason(serviceId: string): string {
  return readDraft(reasonDraft(serviceId))?.reason?.trim() ?? "";
}

export function dropBookingDrafts(serviceId: string): void {
  dropDraft(reasonDraft(serviceId));
  dropDraft(guestDraft);
}
