export { type BirthDateCheck, type BirthDateCode, checkBirthDate, isNearBirthDate } from "./birth-date.ts";
export { editDistance } from "./edit-distance.ts";
export { foldText, nameWords } from "./fold-name.ts";
export { type LikelyDuplicate, likelyDuplicate, type MatchReason, type PatientIdentity } from "./likely-duplicate.ts";
export { isLikelyMisspelling } from "./name-similarity.ts";
export { formatFullName, formatNameForList, type PersonName, wordsOfName } from "./person-name.ts";
export { type PatientQuery, type PatientScore, scorePatient } from "./score-patient.ts";
export {
  foldEmail,
  foldIdentifier,
  type QueryWord,
  type SearchToken,
  type TokenKind,
  tokenKinds,
  tokensOfName,
  tokensOfQuery,
} from "./search-tokens.ts";
export { soundKeys } from "./sound-keys.ts";
export { type PatientQueryParts, splitPatientQuery } from "./split-patient-query.ts";
export { suggestEmail } from "./suggest-email.ts";
