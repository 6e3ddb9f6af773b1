/** Enough of an address for its owner to know it again, and too little for anyone else: `a…@e….com`, `…42`. */
import type { Channel } from "./message.ts";

export function addressHint(channel: Channel, address: string): string {
  if (channel === "sms") return `…${address.slice(-2)}`;
  const [mailbox = "", domain = ""] = address.split("@");
  const ending = domain.slice(domain.lastIndexOf(".") + 1);
  return `${mailbox.slice(0, 1)}…@${domain.slice(0, 1)}….${ending}`;
}
