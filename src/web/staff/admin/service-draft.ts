import type { z } from "zod";
import type { serviceSettings } from "../../../contract/routes/administration.ts";

export type ServiceDraft = z.infer<typeof serviceSettings>;

export function emptyService(departmentId: string): ServiceDraft {
  const noText = { en: "", es: "" };
  return {
    name: noText,
    description: noText,
    departmentId,
    specialty: null,
    durationMinutes: 20,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    modality: "in-person",
    instructions: noText,
    whatToBring: noText,
    onlineBookable: true,
    active: true,
    providers: [],
    roomIds: [],
    policy: {},
  };
}

/** Only what the server takes: an answer carries an id and a version besides. */
export function settingsOf(draft: ServiceDraft): ServiceDraft {
  const { name, description, departmentId, specialty, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes } =
    draft;
  const { modality, instructions, whatToBring, onlineBookable, active, providers, roomIds, policy } = draft;
  return {
    ...{
      name,
      description,
      departmentId,
      specialty,
      durationMinutes,
      bufferBeforeMinutes,
      bufferAfterMinutes,
    },
    ...{
      modality,
      instructions,
      whatToBring,
      onlineBookable,
      active,
      providers,
      roomIds,
      policy,
    },
  };
}
