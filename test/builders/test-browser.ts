/**
 * Browsers that keep their cookies, on the operations of accounts and sessions, and the messages that people get.
 *
 * `const t = await startTestAccounts(); afterAll(t.stop);`
 * `const ana = t.newBrowser();`
 * `await ana.ask("accounts.register", { body: aRegistration() });`
 */
import { Client } from "pg";
import { type AnswerOf, type Contract, contract, type RouteName } from "../../src/contract/index.ts";
import {
  type Context,
  type Operation,
  type OrganisationContext,
  platformOrganisationId,
  type Refusal,
  type Result,
  runOperation,
} from "../../src/modules/_kernel/index.ts";
import { makeIdentify, operations } from "../../src/modules/identity/index.ts";
import { systemClock } from "../../src/platform/clock/clock.ts";
import { decryptText } from "../../src/platform/crypto/field-cipher.ts";
import { statement } from "../../src/platform/db/statement.ts";
import { hashToken, newId, newToken } from "../../src/platform/ids/identifiers.ts";
import { startTestKernel } from "./test-kernel.ts";

export interface SentMessage {
  readonly channel: "email" | "sms";
  readonly address: string;
  readonly code: string | null;
  readonly purpose: string;
}

interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface TestBrowser {
  ask<N extends RouteName>(name: N, asked?: Asked): Promise<Result<AnswerOf<Contract[N]>>>;
  /** The answer, or the test fails with the refusal. */
  get<N extends RouteName>(name: N, asked?: Asked): Promise<AnswerOf<Contract[N]>>;
  /** The refusal's code, or `done`. */
  code(name: RouteName, asked?: Asked): Promise<string>;
  who(organisation?: OrganisationContext): Promise<Context["actor"] & { readonly sessionEnded: boolean }>;
  readonly cookies: { session: string | null; visitor: string };
}

const platform: OrganisationContext = {
  orgId: platformOrganisationId,
  slug: "",
  name: "Cita",
  zone: "UTC",
  country: "US",
  defaultLocale: "en",
  phone: "",
  guestBooking: false,
};

const selectMessages = statement<{ id: string; channel: "email" | "sms"; payload: Buffer }>(
  "test.code-messages",
  "select id, channel, payload_cipher as payload from message where org_id = $1 and kind = 'code' order by created_at",
);

let registrations = 0;

/** Somebody new each time. */
export function aRegistration(changes: Readonly<Record<string, unknown>> = {}) {
  registrations += 1;
  return {
    given: "Quetzalina",
    family: "Zzyzxova",
    birthDate: "1984-02-29",
    email: `quetzalina.${registrations}@plantado.example`,
    phone: `+1212555${String(1000 + registrations)}`,
    password: "correct horse battery",
    locale: "es",
    ...changes,
  };
}

export async function startTestAccounts() {
  const t = await startTestKernel();
  const owner = new Client({ connectionString: t.urls.ownerUrl });
  await owner.connect();
  let nowMs = systemClock.nowMs();
  const identify = makeIdentify(t.database, () => nowMs);
  const byName = new Map<string, Operation>(operations.map((operation) => [operation.name, operation]));

  function newBrowser(address = newId()): TestBrowser {
    const cookies: TestBrowser["cookies"] = { session: null, visitor: newToken() };

    async function identified(organisation: OrganisationContext) {
      return identify({ sessionToken: cookies.session, visitorToken: cookies.visitor, organisation });
    }

    async function ask(name: RouteName, { params = {}, body }: Asked = {}): Promise<Result<unknown>> {
      const operation = byName.get(name);
      if (operation === undefined) throw new Error(`identity has no ${name}`);
      // Two requests of a person are further apart than what a node keeps of the first.
      nowMs += 1_001;
      const { actor } = await identified(platform);
      const result = await runOperation(t.kernel, operation, {
        params,
        query: {},
        body: contract[name].body === undefined ? body : contract[name].body.parse(body),
        ifMatch: null,
        idempotencyKey: null,
        context: {
          organisation: platform,
          actor,
          locale: "en",
          requestId: newId(),
          addressHash: hashToken(address),
          agent: "Test browser",
          origin: "web",
          nowMs: systemClock.nowMs(),
        },
        session: {
          start: (token) => {
            cookies.session = token;
          },
          end: () => {
            cookies.session = null;
          },
        },
      });
      if (result.ok) contract[name].answer?.parse(result.value);
      return result;
    }

    return {
      cookies,
      ask: ask as TestBrowser["ask"],
      get: (async (name: RouteName, asked?: Asked) => {
        const result = await ask(name, asked);
        if (!result.ok) throw new Error(`${name} was refused: ${describeRefusal(result)}`);
        return result.value;
      }) as TestBrowser["get"],
      code: async (name, asked) => {
        const result = await ask(name, asked);
        return result.ok ? "done" : result.code;
      },
      who: async (organisation = platform) => {
        const { actor, sessionEnded } = await identified(organisation);
        return { ...actor, sessionEnded };
      },
    };
  }

  /** What was queued for an address in an organisation, oldest first. */
  async function messagesTo(address: string, orgId = platformOrganisationId): Promise<SentMessage[]> {
    return t.database.transaction({ orgId }, async (tx) => {
      const { data } = await t.kernel.keyring.organisation(tx, orgId);
      const rows = await tx.all(selectMessages, [orgId]);
      return rows
        .map(({ id, channel, payload }) => {
          const place = { column: "message.payload_cipher", orgId, rowId: id };
          return { channel, ...(JSON.parse(decryptText(data, place, payload)) as Omit<SentMessage, "channel">) };
        })
        .filter((message) => message.address === address);
    });
  }

  async function newestCode(address: string, orgId = platformOrganisationId): Promise<string> {
    const code = (await messagesTo(address, orgId)).at(-1)?.code;
    if (!code) throw new Error(`no code was sent to ${address}`);
    return code;
  }

  /** Registered and signed in by the e-mail's code. */
  async function newPerson(changes: Readonly<Record<string, unknown>> = {}) {
    const browser = newBrowser();
    const entered = aRegistration(changes);
    const { registrationId } = await browser.get("accounts.register", { body: entered });
    const code = await newestCode(entered.email);
    await browser.get("accounts.verify", { body: { registrationId, contact: "email", code } });
    const { personId } = await browser.who();
    if (personId === null) throw new Error("the new person is not signed in");
    return { browser, entered, registrationId, personId };
  }

  return {
    ...t,
    owner,
    identify,
    newBrowser,
    newPerson,
    messagesTo,
    newestCode,
    /** As if everything that the database remembers of codes, sessions and tries had happened so much earlier. */
    letTimePass: async (table: string, interval: string, columns: readonly string[]) => {
      const set = columns.map((column) => `${column} = ${column} - interval '${interval}'`).join(", ");
      await owner.query(`update ${table} set ${set}`);
    },
    /** What the application's own database role sees while it acts for this person and no organisation. */
    seenAs: async (personId: string | null, sql: string) => {
      const client = new Client({ connectionString: t.urls.appUrl });
      await client.connect();
      try {
        await client.query("select set_config('app.person', $1, false)", [personId ?? ""]);
        return (await client.query<Record<string, unknown>>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    tick: (ms: number) => {
      nowMs += ms;
    },
    stop: async () => {
      await owner.end();
      await t.stop();
    },
  };
}

function describeRefusal(refusal: Refusal): string {
  return `${refusal.code} ${JSON.stringify(refusal.fields ?? [])}`;
}
