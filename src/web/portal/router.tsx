/** Every page of the portal and the address it stands at. Pages load in a few parts: find, book, appointments, account. */
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { clinicQuery, servicesQuery } from "./clinic/use-clinic.ts";
import { StartPage } from "./find/start-page.tsx";
import { providersQuery } from "./find/use-found.ts";
import { FrontPage } from "./front/front-page.tsx";
import { only, parseSearch, stringifySearch, withoutBadDate } from "./search-text.ts";
import { meQuery } from "./session/me-query.ts";
import { safeNext } from "./session/next-page.ts";
import { ClinicLayout } from "./shell/clinic-layout.tsx";
import { FailedPage, LoadingPage, NotFoundPage } from "./shell/failed-page.tsx";
import { PlainLayout } from "./shell/plain-layout.tsx";

const root = createRootRouteWithContext<{ cache: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
});

const plain = createRoute({ getParentRoute: () => root, id: "plain", component: PlainLayout });

const clinic = createRoute({
  getParentRoute: () => root,
  path: "/$slug",
  component: ClinicLayout,
  loader: ({ context, params }) => context.cache.ensureQueryData(clinicQuery(params.slug)),
});

/** Pages of the signed-in person. Whoever is not signed in comes back here afterwards. */
const own = createRoute({
  getParentRoute: () => clinic,
  id: "own",
  beforeLoad: async ({ context, params, location }) => {
    const me = await context.cache.ensureQueryData(meQuery);
    if (me === null) {
      throw redirect({ to: "/$slug/sign-in", params: { slug: params.slug }, search: { next: location.href } });
    }
  },
});

const timeSearch = (search: Record<string, unknown>) =>
  withoutBadDate(only("provider", "place", "language", "part", "day")(search), "day");

const frontRoute = createRoute({ getParentRoute: () => plain, path: "/", component: FrontPage });
const outboxRoute = createRoute({
  getParentRoute: () => plain,
  path: "/outbox",
  validateSearch: only("address"),
  component: lazyRouteComponent(() => import("./outbox/outbox-page.tsx"), "OutboxPage"),
});
const setUpRoute = createRoute({
  getParentRoute: () => plain,
  path: "/setup",
  component: lazyRouteComponent(() => import("./setup/set-up-page.tsx"), "SetUpPage"),
});

const startRoute = createRoute({
  getParentRoute: () => clinic,
  path: "/",
  validateSearch: (search: Record<string, unknown>) =>
    withoutBadDate(only("text", "specialty", "service", "place", "language", "from")(search), "from"),
  loaderDeps: ({ search }) => search,
  // Asked for at once and not waited for: the page draws its skeleton meanwhile.
  loader: ({ context, params, deps }) => {
    void context.cache.prefetchQuery(servicesQuery(params.slug));
    void context.cache.prefetchQuery(providersQuery(params.slug, deps));
  },
  component: StartPage,
});

const booking = () => import("./booking/pages.ts");
const chooseTimeRoute = createRoute({
  getParentRoute: () => clinic,
  path: "/book/$serviceId",
  validateSearch: timeSearch,
  component: lazyRouteComponent(booking, "ChooseTimePage"),
});
const heldRoute = createRoute({
  getParentRoute: () => clinic,
  path: "/book/held/$holdId",
  component: lazyRouteComponent(booking, "HeldPage"),
});
const guestRoute = createRoute({
  getParentRoute: () => clinic,
  path: "/book/held/$holdId/guest",
  component: lazyRouteComponent(booking, "GuestPage"),
});
const codeRoute = createRoute({
  getParentRoute: () => clinic,
  path: "/book/held/$holdId/code",
  component: lazyRouteComponent(booking, "CodePage"),
});
const checkRoute = createRoute({
  getParentRoute: () => clinic,
  path: "/book/held/$holdId/check",
  component: lazyRouteComponent(booking, "CheckPage"),
});
const bookedRoute = createRoute({
  getParentRoute: () => clinic,
  path: "/book/done/$appointmentId",
  component: lazyRouteComponent(booking, "BookedPage"),
});

const appointments = () => import("./appointments/pages.ts");
const listRoute = createRoute({
  getParentRoute: () => own,
  path: "/appointments",
  component: lazyRouteComponent(appointments, "AppointmentsPage"),
});
const appointmentRoute = createRoute({
  getParentRoute: () => own,
  path: "/appointments/$appointmentId",
  component: lazyRouteComponent(appointments, "AppointmentPage"),
});
const reasonRoute = createRoute({
  getParentRoute: () => own,
  path: "/appointments/$appointmentId/reason",
  component: lazyRouteComponent(appointments, "ReasonPage"),
});
const moveRoute = createRoute({
  getParentRoute: () => own,
  path: "/appointments/$appointmentId/move",
  validateSearch: timeSearch,
  component: lazyRouteComponent(appointments, "MovePage"),
});
const moveCheckRoute = createRoute({
  getParentRoute: () => own,
  path: "/appointments/$appointmentId/move/$holdId",
  component: lazyRouteComponent(appointments, "MoveCheckPage"),
});
const cancelRoute = createRoute({
  getParentRoute: () => own,
  path: "/appointments/$appointmentId/cancel",
  component: lazyRouteComponent(appointments, "CancelPage"),
});

const account = () => import("./account/pages.ts");
const next = only("next");
const signInRoute = createRoute({
  getParentRoute: () => clinic,
  path: "/sign-in",
  validateSearch: next,
  beforeLoad: async ({ context, params, search }) => {
    const me = await context.cache.ensureQueryData(meQuery);
    if (me !== null) throw redirect({ href: safeNext(search.next, params.slug), replace: true });
  },
  component: lazyRouteComponent(account, "SignInPage"),
});
const registerRoute = createRoute({
  getParentRoute: () => clinic,
  path: "/register",
  validateSearch: next,
  component: lazyRouteComponent(account, "RegisterPage"),
});
const verifyRoute = createRoute({
  getParentRoute: () => clinic,
  path: "/verify",
  validateSearch: next,
  component: lazyRouteComponent(account, "VerifyPage"),
});
const passwordRoute = createRoute({
  getParentRoute: () => clinic,
  path: "/forgotten-password",
  validateSearch: next,
  component: lazyRouteComponent(account, "ForgottenPasswordPage"),
});
const profileRoute = createRoute({
  getParentRoute: () => own,
  path: "/profile",
  component: lazyRouteComponent(account, "ProfilePage"),
});

const routeTree = root.addChildren([
  plain.addChildren([frontRoute, outboxRoute, setUpRoute]),
  clinic.addChildren([
    startRoute,
    chooseTimeRoute,
    heldRoute,
    guestRoute,
    codeRoute,
    checkRoute,
    bookedRoute,
    signInRoute,
    registerRoute,
    verifyRoute,
    passwordRoute,
    own.addChildren([listRoute, appointmentRoute, reasonRoute, moveRoute, moveCheckRoute, cancelRoute, profileRoute]),
  ]),
]);

export function createPortalRouter(cache: QueryClient) {
  return createRouter({
    routeTree,
    context: { cache },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: FailedPage,
    defaultPendingComponent: LoadingPage,
    defaultPendingMs: 400,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createPortalRouter>;
  }
}
