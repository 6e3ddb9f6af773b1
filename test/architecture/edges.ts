/**
 * Which module may use which other one, through its `index.ts`. Every module may use `_kernel`. A new edge is a
 * decision: it must not close a circle (a test says so), and a module that only reacts to what another one did
 * needs no edge, because it listens to events, which `processes` wires.
 */
export const edges: Record<string, readonly string[]> = {
  organisations: [],
  messages: ["organisations"],
  audit: ["organisations"],
  identity: ["organisations", "messages"],
  directory: ["organisations"],
  patients: ["organisations", "identity", "messages"],
  openings: ["organisations", "directory"],
  availability: ["organisations", "directory", "openings"],
  booking: ["organisations", "identity", "messages", "directory", "patients", "openings", "availability"],
  schedules: ["directory", "openings", "booking"],
  live: ["organisations", "directory", "availability", "booking"],
  notifications: ["organisations", "identity", "messages", "directory", "patients", "booking"],
  imports: ["organisations", "identity", "directory", "patients", "openings", "booking"],
};
