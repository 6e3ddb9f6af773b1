/**
 * 'ana@gmial.com' is most likely 'ana@gmail.com': a domain one slip away from a very common one is pointed out.
 *
 * One slip is one letter wrong, missing, extra, or two neighbours swapped. What is typed stays possible [BOOK-03].
 */
const common = [
  "gmail.com",
  "hotmail.com",
  "outlook.com",
  "yahoo.com",
  "icloud.com",
  "live.com",
  "hotmail.es",
  "yahoo.es",
  "outlook.es",
  "protonmail.com",
];

export function suggestEmail(typed: string): string | null {
  const at = typed.lastIndexOf("@");
  if (at < 1) return null;
  const domain = typed
    .slice(at + 1)
    .trim()
    .toLowerCase();
  if (domain.length < 5 || common.includes(domain)) return null;
  const meant = common.find((known) => isOneSlip(domain, known));
  return meant === undefined ? null : `${typed.slice(0, at)}@${meant}`;
}

function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  const swapped = restA.length > 1 && `${restA[1]}${restA[0]}${restA.slice(2)}` === restB;
  return swapped || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
