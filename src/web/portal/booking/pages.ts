/** The pages of booking, loaded together: the next step is there when it is needed. */
export { BookedPage } from "./booked-page.tsx";
export { CheckPage } from "./check-page.tsx";
export { ChooseTimePage } from "./choose-time-page.tsx";
export { CodePage } from "./code-page.tsx";
export { GuestPage } from "./guest-page.tsx";
export { HeldPage } from "./held-page.tsx";
