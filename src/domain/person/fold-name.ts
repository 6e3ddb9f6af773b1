/**
 * Names are compared without accents, capitals, punctuation, and the particles that people leave out as they please.
 *
 * Example: 'María de los Ángeles', 'Muñoz-García' and 'O’Brien' become the words maria, angeles, munoz, garcia and
 * obrien. A name that is nothing but particles ('Do', 'De La') keeps them.
 */
const particles = new Set(
  "de del la las los lo y i e da das do dos di du van von der den ter ten zu zum zur".split(" "),
);

/** Letters that carry no separable accent, so that NFKD leaves them as they are. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Lower case, no accents, apostrophes closed up, everything else that is no letter or digit a single space. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/['’‘`´ʼ]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The words of one name or part of a name by which it is found and compared. */
export function nameWords(text: string): readonly string[] {
  const words = foldText(text)
    .split(" ")
    .filter((word) => word !== "");
  const telling = words.filter((word) => !particles.has(word));
  return telling.length > 0 ? telling : words;
}
