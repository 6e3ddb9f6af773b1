import { describe, expect, it } from "vitest";
import { TopicBoard } from "./topics.ts";

describe("the topics of all tabs of a browser", () => {
  it("are asked for once each, and dropped when nobody wants them [AVAIL-07]", () => {
    const board = new TopicBoard();
    board.want("a", ["own"]);
    board.want("b", ["own", "availability:1"]);
    expect(board.union()).toEqual(["availability:1", "own"]);
    board.want("b", []);
    expect(board.union()).toEqual(["own"]);
  });

  it("are dropped for a tab that crashed and misses the roll-call [AVAIL-07]", () => {
    const board = new TopicBoard();
    board.want("a", ["own"]);
    board.want("b", ["availability:1"]);
    board.keepOnly(new Set(["a"]));
    expect(board.union()).toEqual(["own"]);
  });
});
