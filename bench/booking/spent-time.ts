/** Where a server spends its time while it is under load: the V8 profiler's samples, summed up by part of the program. */
import { Session } from "node:inspector/promises";

export type SpentTime = Readonly<Record<string, number>>;

/** First match counts; what none of them names is Node's own JavaScript. */
const parts: readonly (readonly [part: string, pattern: RegExp])[] = [
  ["waiting", /^\(idle\)/],
  ["garbage collection", /^\(garbage collector\)/],
  ["database driver", /\/node_modules\/pg/],
  ["Fastify and its plug-ins", /\/node_modules\/(@?fastify|find-my-way|ajv|avvio|light-my-request|pino)/],
  ["kernel: permission, audit, keys", /\/src\/modules\/_kernel\//],
  ["booking", /\/src\/modules\/booking\//],
  [
    "availability and its evaluator",
    /\/src\/(modules\/availability|modules\/openings|domain\/(availability|schedule))\//,
  ],
  ["time", /\/src\/domain\/time\//],
  ["other modules", /\/src\//],
  ["cipher and hashes", /node:internal\/crypto/],
  [
    "sockets (system calls)",
    /^(writev|writeBuffer|writeUtf8String|writeLatin1String|writeString|readStop|internalConnect) /,
  ],
];

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

export async function startProfile(): Promise<() => Promise<SpentTime>> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  return async () => {
    const { profile } = (await session.post("Profiler.stop")) as { profile: Profile };
    session.disconnect();
    return summedUp(profile);
  };
}

/** Shares of the whole, the largest first. */
function summedUp({ nodes, samples = [], timeDeltas = [] }: Profile): SpentTime {
  const partOf = new Map(
    nodes.map(({ id, callFrame: { functionName, url } }) => {
      const named = parts.find(([, pattern]) => pattern.test(`${functionName} ${url}`));
      return [id, named?.[0] ?? "Node itself"];
    }),
  );
  const total = timeDeltas.reduce((sum, micros) => sum + micros, 0);
  const spent = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const part = partOf.get(id) ?? "Node itself";
    spent.set(part, (spent.get(part) ?? 0) + (timeDeltas[index] ?? 0) / total);
  }
  return Object.fromEntries([...spent].sort(([, a], [, b]) => b - a));
}
