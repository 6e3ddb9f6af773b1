/** What we use of the load generator, which comes without types. */
declare module "autocannon" {
  export interface Sent {
    method?: string;
    path?: string;
    headers?: Record<string, string>;
    body?: string;
  }
  /** One object per connection, kept from request to request until the list of requests begins again. */
  export type Kept = Record<string, string>;
  export interface Planned extends Sent {
    setupRequest?: (sent: Sent, kept: Kept) => Sent;
    onResponse?: (status: number, body: string, kept: Kept) => void;
  }
  export interface Options {
    url: string;
    connections: number;
    amount?: number;
    duration?: number;
    timeout?: number;
    requests: Planned[];
  }
  export interface Measured {
    errors: number;
  }
  export interface Running extends PromiseLike<Measured> {
    on(name: "response", heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void): void;
  }
  const autocannon: (options: Options) => Running;
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it.
  export default autocannon;
}
