import { useRef } from "react";
import { randomKey } from "../../api/index.ts";

/**
 * One idempotency key per intention: the same content gets the same key for as long as the page stands, a changed
 * content a new one.
 */
export function useIntentKey(): (content: unknown) => string {
  const last = useRef({ content: "", key: "" });
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current.content !== text) last.current = { content: text, key: randomKey() };
    return last.current.key;
  };
}
