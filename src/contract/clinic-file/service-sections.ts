/** What can be booked: specialties and services (appointment types). */
import { z } from "zod";
import { currency, key, longText, shortText } from "./formats.ts";
import { policyOverrides } from "./organisation-section.ts";
import { roomKind } from "./place-sections.ts";

export const specialtyEntry = z.strictObject({ code: key, name: shortText });

/** Exactly one of the three; the reader checks it, because the text then says so in words. */
const roomNeed = z
  .strictObject({
    anyOf: z.array(key).min(1).optional().meta({ description: "One of these rooms." }),
    kind: roomKind.optional().meta({ description: "Any room of this kind." }),
    capability: key.optional().meta({ description: "Any room that lists this capability." }),
  })
  .meta({ description: "The room that the visit takes; left out: none is reserved." });

const minutes = z.int().min(5).max(720);
const bufferMinutes = z.int().min(0).max(240).default(0);

export const serviceEntry = z.strictObject({
  key,
  name: shortText,
  description: longText.optional(),
  department: key,
  specialty: key,
  durationMinutes: minutes,
  bufferBeforeMinutes: bufferMinutes,
  bufferAfterMinutes: bufferMinutes,
  modality: z.enum(["in-person", "video", "phone"]).default("in-person"),
  providers: z.array(
    z.strictObject({
      provider: key,
      durationMinutes: minutes.optional().meta({ description: "Where this provider takes longer or shorter." }),
    }),
  ),
  room: roomNeed.optional(),
  instructions: longText.optional().meta({ description: "How to prepare." }),
  whatToBring: longText.optional(),
  onlineBookable: z.boolean().default(true).meta({ description: "May patients book it themselves?" }),
  policy: policyOverrides.optional(),
  price: z
    .strictObject({ amount: z.number().min(0).max(1_000_000).multipleOf(0.01), currency })
    .optional()
    .meta({ description: "What a patient without insurance pays." }),
});

export type RoomNeed = z.infer<typeof roomNeed>;
export type SpecialtyEntry = z.infer<typeof specialtyEntry>;
export type ServiceEntry = z.infer<typeof serviceEntry>;
