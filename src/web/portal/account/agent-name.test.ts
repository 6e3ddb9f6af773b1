import { describe, expect, it } from "vitest";
import { agentName } from "./agent-name.ts";

describe("a browser's name", () => {
  it.each([
    [
      "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
      "Chrome, Android",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36 Edg/156.0",
      "Edge, Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/26 Safari/604",
      "Safari, iPhone",
    ],
    ["curl/8", "curl/8"],
  ])("%s is %s", (agent, name) => {
    expect(agentName(agent)).toBe(name);
  });
});
