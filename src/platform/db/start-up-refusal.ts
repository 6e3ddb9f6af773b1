/**
 * Thrown when Cita cannot start for a reason that the person at the keyboard can cure. The message says
 * what is wrong, why, and what to do; the process prints it without a stack and ends with code 1.
 */
export class StartUpRefusal extends Error {
  override readonly name = "StartUpRefusal";
}
