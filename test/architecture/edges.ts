/**
 * Which module may use which other one, through its `index.ts`. Every module may use `_kernel`. A new edge is a
 * decision: it must not close a circle (a test says so), and a module that only reacts to what another one did
 * needs no edge, because it listens to events, which `processes` wires.
 */
export const edges: Record<string, readonly string[]> = {
  organisations: [],
  identity: ["organisations"],
  audit: ["organisations"],
  directory: ["organisations"],
  patients: ["organisations", "identity"],
  schedules: ["organisations", "directory"],
  availability: ["organisations", "directory", "schedules"],
  booking: ["organisations", "identity", "directory", "patients", "schedules", "availability"],
  notifications: ["organisations", "identity", "directory", "patients", "booking"],
  imports: ["organisations", "identity", "directory", "patients", "schedules", "booking"],
};
