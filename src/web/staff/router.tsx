import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { SignInPage } from "./session/sign-in-page.tsx";
import { slug } from "./session/slug.ts";
import { CrashPage, MissingPage } from "./shell/dead-ends.tsx";
import { StaffShell } from "./shell/staff-shell.tsx";

type Search = Record<string, unknown>;

/** What stands in an address was typed by anybody: only texts are taken, everything else is left out. */
function texts<K extends string>(search: Search, ...keys: readonly K[]): { [key in K]?: string | undefined } {
  const found: { [key in K]?: string | undefined } = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === "string" && value !== "") found[key] = value;
    else if (typeof value === "number") found[key] = String(value);
  }
  return found;
}

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: MissingPage,
  errorComponent: CrashPage,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search: Search) => texts(search, "back"),
  component: SignInPage,
});

/** Every page of the signed-in; `visit` is the appointment shown at the side, on whatever page. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  validateSearch: (search: Search) => texts(search, "visit"),
  component: StaffShell,
});

const start = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/diary" });
  },
});

const diary = createRoute({
  getParentRoute: () => signedIn,
  path: "/diary",
  validateSearch: (search: Search) => texts(search, "date", "view", "columns", "department", "location", "resource"),
  component: lazyRouteComponent(() => import("./diary/diary-page.tsx"), "DiaryPage"),
});

const appointments = createRoute({
  getParentRoute: () => signedIn,
  path: "/appointments",
  validateSearch: (search: Search) => texts(search, "text", "from", "to", "provider", "service", "status"),
  component: lazyRouteComponent(() => import("./appointments/appointments-page.tsx"), "AppointmentsPage"),
});

const toContact = createRoute({
  getParentRoute: () => signedIn,
  path: "/to-contact",
  component: lazyRouteComponent(() => import("./appointments/to-contact-page.tsx"), "ToContactPage"),
});

const displaced = createRoute({
  getParentRoute: () => signedIn,
  path: "/displaced",
  component: lazyRouteComponent(() => import("./appointments/displaced-page.tsx"), "DisplacedPage"),
});

const patients = createRoute({
  getParentRoute: () => signedIn,
  path: "/patients",
  component: lazyRouteComponent(() => import("./patients/patients-page.tsx"), "PatientsPage"),
});

const newPatient = createRoute({
  getParentRoute: () => signedIn,
  path: "/patients/new",
  component: lazyRouteComponent(() => import("./patients/new-patient-page.tsx"), "NewPatientPage"),
});

const patient = createRoute({
  getParentRoute: () => signedIn,
  path: "/patients/$patientId",
  component: lazyRouteComponent(() => import("./patients/patient-page.tsx"), "PatientPage"),
});

const hours = createRoute({
  getParentRoute: () => signedIn,
  path: "/hours/$resourceId",
  component: lazyRouteComponent(() => import("./schedules/schedule-page.tsx"), "SchedulePage"),
});

const services = createRoute({
  getParentRoute: () => signedIn,
  path: "/services",
  component: lazyRouteComponent(() => import("./admin/services-page.tsx"), "ServicesPage"),
});

const service = createRoute({
  getParentRoute: () => signedIn,
  path: "/services/$serviceId",
  component: lazyRouteComponent(() => import("./admin/service-page.tsx"), "ServicePage"),
});

const providers = createRoute({
  getParentRoute: () => signedIn,
  path: "/providers",
  component: lazyRouteComponent(() => import("./admin/providers-page.tsx"), "ProvidersPage"),
});

const provider = createRoute({
  getParentRoute: () => signedIn,
  path: "/providers/$providerId",
  component: lazyRouteComponent(() => import("./admin/provider-page.tsx"), "ProviderPage"),
});

const rooms = createRoute({
  getParentRoute: () => signedIn,
  path: "/rooms",
  component: lazyRouteComponent(() => import("./admin/rooms-page.tsx"), "RoomsPage"),
});

const holidays = createRoute({
  getParentRoute: () => signedIn,
  path: "/holidays",
  component: lazyRouteComponent(() => import("./admin/holidays-page.tsx"), "HolidaysPage"),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: "/settings",
  component: lazyRouteComponent(() => import("./admin/settings-page.tsx"), "SettingsPage"),
});

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: "/audit",
  validateSearch: (search: Search) => texts(search, "from", "to", "action", "outcome", "patient"),
  component: lazyRouteComponent(() => import("./oversight/audit-page.tsx"), "AuditPage"),
});

const profile = createRoute({
  getParentRoute: () => signedIn,
  path: "/profile",
  component: lazyRouteComponent(() => import("./session/profile-page.tsx"), "ProfilePage"),
});

const pages = signedIn.addChildren([
  start,
  diary,
  appointments,
  toContact,
  displaced,
  patients,
  newPatient,
  patient,
  hours,
  services,
  service,
  providers,
  provider,
  rooms,
  holidays,
  settings,
  audit,
  profile,
]);

export const router = createRouter({
  routeTree: root.addChildren([signIn, pages]),
  basepath: `/${slug}/staff`,
  defaultPreload: "intent",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
