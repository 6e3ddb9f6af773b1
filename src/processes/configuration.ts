/** What the operator sets, from the environment and the command line. docs/operators.md lists it. */
import { dirname, join, resolve } from "node:path";

export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Null: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
  readonly databaseAppUrl: string | null;
  readonly databaseWorkerUrl: string | null;
  readonly masterKey: string | undefined;
  readonly keyFile: string;
  /** How Cita is reached from outside; null: over plain HTTP on this machine. */
  readonly publicUrl: string | null;
  readonly logLevel: string;
  readonly demo: boolean;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly sms: {
    readonly url: string;
    readonly account: string;
    readonly secret: string;
    readonly from: string;
  } | null;
  /** Behind a trusted proxy the client's address comes from its header. */
  readonly trustProxy: boolean;
  readonly poolSize: number;
}

export class WrongConfiguration extends Error {}

function numberFrom(env: NodeJS.ProcessEnv, name: string, fallback: number, least: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === "") return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new WrongConfiguration(`${name} must be a whole number from ${least} to ${most}, not '${text}'.`);
  }
  return value;
}

function urlFrom(env: NodeJS.ProcessEnv, name: string): string | null {
  const text = env[name];
  if (text === undefined || text === "") return null;
  if (!URL.canParse(text)) throw new WrongConfiguration(`${name} is not a URL.`);
  return text;
}

function smsFrom(env: NodeJS.ProcessEnv): Configuration["sms"] {
  const url = urlFrom(env, "CITA_SMS_URL");
  if (url === null) return null;
  const [account, secret, from] = ["CITA_SMS_ACCOUNT", "CITA_SMS_SECRET", "CITA_SMS_FROM"].map(
    (name) => env[name] ?? "",
  );
  if (!account || !secret || !from) {
    throw new WrongConfiguration(
      "With CITA_SMS_URL set, CITA_SMS_ACCOUNT, CITA_SMS_SECRET and CITA_SMS_FROM are needed as well.",
    );
  }
  return { url, account, secret, from };
}

export function readConfiguration(env: NodeJS.ProcessEnv, args: readonly string[]): Configuration {
  const dataDir = resolve(env.CITA_DATA_DIR || ".cita/data");
  const databaseUrl = urlFrom(env, "DATABASE_URL");
  const masterKey = env.CITA_MASTER_KEY;
  const unknown = args.filter((arg) => arg !== "--empty");
  if (unknown.length > 0)
    throw new WrongConfiguration(`Unknown argument ${unknown[0]}. There is one: --empty starts without the demo.`);
  return {
    port: numberFrom(env, "PORT", 3000, 0, 65_535),
    host: env.HOST || "127.0.0.1",
    dataDir,
    databaseUrl,
    databaseAppUrl: urlFrom(env, "DATABASE_APP_URL"),
    databaseWorkerUrl: urlFrom(env, "DATABASE_WORKER_URL"),
    masterKey: masterKey === "" ? undefined : masterKey,
    keyFile: resolve(env.CITA_KEY_FILE || join(dirname(dataDir), "cita-master.key")),
    publicUrl: urlFrom(env, "CITA_PUBLIC_URL"),
    logLevel: env.CITA_LOG_LEVEL || "warn",
    demo: !args.includes("--empty") && env.CITA_DEMO !== "off" && databaseUrl === null,
    smtpUrl: urlFrom(env, "CITA_SMTP_URL"),
    mailFrom: env.CITA_MAIL_FROM || "cita@localhost.localdomain",
    sms: smsFrom(env),
    trustProxy: env.CITA_TRUST_PROXY === "on",
    poolSize: numberFrom(env, "CITA_POOL_SIZE", 16, 2, 200),
  };
}
