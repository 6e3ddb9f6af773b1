/**
 * How a folded name sounds, to a Spanish and to an English ear: names that sound alike share a key.
 *
 * Example: Giménez, Jiménez and Ximénez have the Spanish key `jmns`; Vázquez and Basques share `bsks`; Stephen and Steven
 * share the English key `stfn`. Vowels count only at the beginning, and there all sound alike.
 */
type SoundRule = readonly [pattern: RegExp, sound: string];

const spanish: readonly SoundRule[] = [
  [/^x/g, "j"],
  [/ch/g, "C"],
  [/ph/g, "f"],
  [/ll/g, "y"],
  [/g[uw](?=[ei])/g, "G"],
  [/^h?u(?=[aeio])/g, "w"],
  [/^gu(?=[ao])/g, "w"],
  [/g(?=[eiy])/g, "j"],
  [/c(?=[eiy])/g, "s"],
  [/qu?/g, "k"],
  [/[ck]+/g, "k"],
  [/[zs]+/g, "s"],
  [/x/g, "ks"],
  [/[vb]/g, "b"],
  [/^i(?=[aeou])/g, "y"],
  [/y(?![aeiou])/g, "i"],
  [/h/g, ""],
];

const english: readonly SoundRule[] = [
  [/^(?:kn|gn|pn)/g, "n"],
  [/^wr/g, "r"],
  [/^x/g, "s"],
  [/^mc/g, "mk"],
  [/(?:sch|sh)/g, "S"],
  [/(?:tch|ch)/g, "C"],
  [/(?:ph|v)/g, "f"],
  [/th/g, "t"],
  [/gh(?=t|$)/g, ""],
  [/d?g(?=[eiy])/g, "j"],
  [/c(?=[eiy])/g, "s"],
  [/(?:ck|qu?|c)/g, "k"],
  [/x/g, "ks"],
  [/z/g, "s"],
  [/(?:h|w(?![aeiouy]))/g, ""],
  [/y/g, "i"],
];

export function soundKeys(foldedWord: string): readonly string[] {
  const word = foldedWord.replace(/[^a-z]/g, "");
  if (word === "") return [];
  return [`es:${keyBy(spanish, word)}`, `en:${keyBy(english, word)}`];
}

function keyBy(rules: readonly SoundRule[], word: string): string {
  const sounds = rules.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);
  const first = /^[aeiou]/.test(sounds) ? "a" : "";
  return (first + sounds.replace(/[aeiou]/g, "")).replace(/(.)\1+/g, "$1").toLowerCase();
}
