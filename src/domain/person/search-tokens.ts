import { foldText, nameWords } from "./fold-name.ts";
import { type PersonName, wordsOfName } from "./person-name.ts";
import { soundKeys } from "./sound-keys.ts";

/**
 * The tokens by which a name is found without being readable: each is hashed under the organisation's key and only
 * the hash is stored (DESIGN.md 8).
 *
 * A word is found whole, by its first 3 and 5 letters, by its sound, and with one typing error. For the last the
 * index holds the word and the word with each one letter left out, and so does the question; they meet whenever one
 * letter is wrong, missing, too many, or swapped with its neighbour. Example: 'garcia' and 'gracia' meet in 'gacia'.
 *
 * The numbers stand in the database as `patient_search.kind`: never reuse one.
 */
export const tokenKinds = { word: 1, prefix3: 2, prefix5: 3, sound: 4, near: 5 } as const;

export type TokenKind = keyof typeof tokenKinds;

export interface SearchToken {
  readonly kind: TokenKind;
  readonly text: string;
}

/** In words of three letters or fewer nearly everything is one error away from everything. */
const shortestNearWord = 4;
/** A longer word is cut here for the near tokens, so that no name makes hundreds of them. */
const longestNearWord = 24;

/** What is stored for a patient's name. No token twice. */
export function tokensOfName(name: PersonName): readonly SearchToken[] {
  return unique(wordsOfName(name).flatMap(tokensOfWord));
}

function tokensOfWord(word: string): readonly SearchToken[] {
  const letters = [...word];
  return [
    { kind: "word", text: word },
    ...(letters.length >= 3 ? [{ kind: "prefix3", text: letters.slice(0, 3).join("") } as const] : []),
    ...(letters.length >= 5 ? [{ kind: "prefix5", text: letters.slice(0, 5).join("") } as const] : []),
    ...soundTokens(word),
    ...nearTokens(letters),
  ];
}

export interface QueryWord {
  readonly word: string;
  /** A record fits this word when it has any of these. */
  readonly tokens: readonly SearchToken[];
}

/**
 * What to look up for a typed name, word by word: a record is a candidate when it fits every word (or, for a longer
 * list, most of them). While a word is being typed its beginning counts: 'garc' asks for names that begin with 'gar'.
 */
export function tokensOfQuery(text: string): readonly QueryWord[] {
  return [...new Set(nameWords(text))].map((word) => ({ word, tokens: unique(tokensToAsk(word)) }));
}

function tokensToAsk(word: string): readonly SearchToken[] {
  const letters = [...word];
  const prefix: readonly SearchToken[] =
    letters.length >= 5
      ? [{ kind: "prefix5", text: letters.slice(0, 5).join("") }]
      : letters.length >= 3
        ? [{ kind: "prefix3", text: letters.slice(0, 3).join("") }]
        : [];
  return [{ kind: "word", text: word }, ...prefix, ...soundTokens(word), ...nearTokens(letters)];
}

function soundTokens(word: string): readonly SearchToken[] {
  return soundKeys(word).map((text) => ({ kind: "sound", text }));
}

function nearTokens(allLetters: readonly string[]): readonly SearchToken[] {
  const letters = allLetters.slice(0, longestNearWord);
  if (letters.length < shortestNearWord) return [];
  const shorter = letters.map((_, left) => letters.filter((_letter, index) => index !== left).join(""));
  return [letters.join(""), ...shorter].map((text) => ({ kind: "near", text }));
}

function unique(tokens: readonly SearchToken[]): readonly SearchToken[] {
  return [...new Map(tokens.map((token) => [`${token.kind} ${token.text}`, token])).values()];
}

/** A record number is found only whole, however it is spaced: 'AB 12-34' and 'ab1234' are one. */
export function foldIdentifier(text: string): string {
  return foldText(text).replaceAll(" ", "");
}

/** Capitals mean nothing in an e-mail address as people use them. */
export function foldEmail(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase();
}
