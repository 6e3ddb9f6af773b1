/**
 * Which module may use which other one, through its `index.ts`. Every module may use `_kernel`. A new edge is a
 * decision: it must not close a circle (a test says so), and a module that only reacts to what another one did
 * needs no edge, because it listens to events, which `processes` wires.
 */
export const edges: Record<string, readonly string[]> = {
  organisations: [],
  messages: [],
  patients: [],
  openings: [],
  live: [],
  identity: ["messages", "organisations"],
  audit: ["identity"],
  directory: ["organisations"],
  availability: ["directory", "openings"],
  booking: ["availability", "directory", "identity", "openings", "patients"],
  schedules: ["booking", "directory", "openings"],
  notifications: ["directory", "messages", "patients"],
  imports: ["directory", "identity", "organisations", "patients"],
};
