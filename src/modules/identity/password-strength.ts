/**
 * Which passwords are refused although they are long enough: those that everybody tries first, those that repeat or
 * count, and those that contain the person's own name or e-mail address.
 *
 * Example: 'maria-garcia-1980' is weak for María García, and fine for anybody else.
 */
import { foldText } from "../../domain/person/index.ts";

export interface PasswordOwner {
  readonly given: string;
  readonly family: string;
  readonly email: string | null;
}

/** Words and rows of keys that common long passwords are made of; digits and signs around them add little. */
const commonParts = [
  ...["password", "passw0rd", "p@ssword", "p@ssw0rd", "contrasena", "clave", "secret", "secreto", "letmein", "welcome"],
  ...["bienvenido", "iloveyou", "teamo", "tequiero", "admin", "administrator", "administrador", "superman", "batman"],
  ...["princess", "princesa", "sunshine", "football", "futbol", "baseball", "realmadrid", "barcelona", "liverpool"],
  ...["qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsxedc", "qazwsx", "1qaz2wsx", "1q2w3e4r5t6y", "1q2w3e4r"],
  ...["trustno1", "dragon", "monkey", "master", "michael", "jesus", "jesuschrist", "jesucristo", "changeme", "hello"],
  ...["hola", "abcdefghijkl", "cita", "doctor", "clinic", "clinica", "hospital", "health", "salud", "abc", "123"],
].sort((a, b) => b.length - a.length);

const whole = new RegExp(`^(?:${commonParts.map((part) => part.replaceAll(/\W/g, "\\$&")).join("|")})+$`);

/** 'password' and its like, alone or in a row, with a tail of digits and signs. */
function isCommon(folded: string): boolean {
  return whole.test(folded.replace(/^[^a-z0-9]+/, "").replace(/[^a-z]+$/, "")) || whole.test(folded);
}

/** 'abcabcabcabc', 'aaaaaaaaaaaa', '123456789012', 'zyxwvutsrqponm'. */
function isPattern(folded: string): boolean {
  if (/^(.{1,5})\1+.{0,4}$/.test(folded) && new Set(folded).size <= 5) return true;
  const steps = [...folded].slice(1).map((sign, index) => sign.charCodeAt(0) - folded.charCodeAt(index));
  const counting = steps.filter((step) => step === 1 || step === -1 || step === 0 || Math.abs(step) === 9).length;
  return counting >= steps.length - 1;
}

/** Parts shorter than four letters stand in too many good passwords. */
function ownWords({ given, family, email }: PasswordOwner): string[] {
  return [...`${given} ${family}`.split(/[\s-]+/), email?.split("@")[0] ?? ""]
    .map((word) => foldText(word).replaceAll(" ", ""))
    .filter((word) => word.length >= 4);
}

/** `owner` is null where the account is not known yet. */
export function isWeakPassword(password: string, owner: PasswordOwner | null): boolean {
  const folded = password
    .normalize("NFKD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
  if (isCommon(folded) || isPattern(folded)) return true;
  const letters = foldText(password).replaceAll(" ", "");
  return owner !== null && ownWords(owner).some((word) => letters.includes(word));
}
