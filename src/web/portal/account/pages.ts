/** The pages of one's account, loaded together. */
export { ForgottenPasswordPage } from "./forgotten-password-page.tsx";
export { ProfilePage } from "./profile-page.tsx";
export { RegisterPage } from "./register-page.tsx";
export { SignInPage } from "./sign-in-page.tsx";
export { VerifyPage } from "./verify-page.tsx";
