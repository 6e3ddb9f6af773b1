import { describe, expect, it } from "vitest";
import { isWeakPassword } from "./password-strength.ts";

const owner = { given: "María", family: "García-López", email: "lunera77@example.org" };

describe("weak passwords [ID-01]", () => {
  it.each([
    "password1234",
    "Password2026!!!",
    "Contraseña2026",
    "qwertyuiop12",
    "1q2w3e4r5t6y",
    "123456789012",
    "098765432109",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "zyxwvutsrqpo",
    "bienvenido2026",
    "iloveyou!!!!!!",
  ])("refuses %j, which everybody tries first", (password) => {
    expect(isWeakPassword(password, null)).toBe(true);
  });

  it.each(["garcia-en-la-playa", "me llamo MARIA hoy", "lunera77-es-mia"])(
    "refuses %j, which names its owner",
    (password) => {
      expect(isWeakPassword(password, owner)).toBe(true);
      expect(isWeakPassword(password, null)).toBe(false);
    },
  );

  it.each(["correct horse battery", "río verde y mesa azul", "tr0ub4dor&3xyz", "4915 7733 0268"])(
    "takes %j",
    (password) => {
      expect(isWeakPassword(password, owner)).toBe(false);
    },
  );
});
