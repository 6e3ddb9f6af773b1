import type { Operation } from "../_kernel/index.ts";
import { endSession } from "./commands/end-session.ts";
import { registerAccount } from "./commands/register-account.ts";
import { requestPasswordReset } from "./commands/request-password-reset.ts";
import { resendCode } from "./commands/resend-code.ts";
import { resetPassword } from "./commands/reset-password.ts";
import { setUpInstallation } from "./commands/set-up-installation.ts";
import { signIn } from "./commands/sign-in.ts";
import { signOut } from "./commands/sign-out.ts";
import { updateMe } from "./commands/update-me.ts";
import { verifyContact } from "./commands/verify-contact.ts";
import { verifyOwnContact } from "./commands/verify-own-contact.ts";
import { getMe } from "./queries/get-me.ts";
import { listSessions } from "./queries/list-sessions.ts";

export { type Contact, type ContactKind, normaliseEmail, parsePhone } from "./contact.ts";
export { createPerson, type NewPerson } from "./create-person.ts";
export { type ContactCodeRequest, checkContactCode, issueContactCode } from "./guest-code.ts";
export { makeIdentify } from "./identify.ts";
export { ensureInstallation, isSetupNeeded, type ReadyInstallation } from "./installation.ts";
export { hashPassword } from "./password.ts";
export { readPerson } from "./person-record.ts";
export { staffNames } from "./staff-names.ts";
export { sweepAccounts } from "./sweep-accounts.ts";

export const operations: readonly Operation[] = [
  registerAccount,
  verifyContact,
  resendCode,
  signIn,
  signOut,
  listSessions,
  endSession,
  getMe,
  updateMe,
  verifyOwnContact,
  requestPasswordReset,
  resetPassword,
  setUpInstallation,
];
